package dev.gatehouse.server.control.pages;

import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.ControlState;
import dev.gatehouse.server.control.room.LedgerSearch;
import dev.gatehouse.server.control.web.Request;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** The ledger with search, and accepted risks. */
public final class RecordPages {
    private static final int PAGE = 50;

    private final Renderer renderer;
    private final ControlRoom room;
    private final LedgerSearch ledger;

    RecordPages(Renderer renderer, ControlRoom room) {
        this.renderer = renderer;
        this.room = room;
        this.ledger = new LedgerSearch(room);
    }

    /** A page of the ledger. */
    public record View(LedgerSearch.Found found, String text, String type, Head head) {
        /** The query of the next page. */
        public String next() {
            return "?text=%s&type=%s&before=%d".formatted(Paths.encoded(text), Paths.encoded(type), found.next());
        }
    }

    void into(Pages pages) {
        pages.get("/ledger", (request, visitor) -> {
            visitor.person().mayLook();
            return renderer.page(request, visitor, "ledger", "Ledger", "ledger", Map.of("view", view(request)));
        });
        pages.get("/risks", (request, visitor) -> {
            visitor.person().mayLook();
            return renderer.page(
                    request,
                    visitor,
                    "risks",
                    "Accepted risks",
                    "risks",
                    Map.of(
                            "risks",
                            room.book().now().risks(),
                            "today",
                            LocalDate.ofInstant(room.now(), ZoneOffset.UTC)));
        });
    }

    private View view(Request request) {
        var text = request.query("text").orElse("").strip();
        var type = request.query("type").orElse("").strip();
        var before = request.query("before").filter(number -> number.matches("[0-9]{1,18}"));
        var query = new LedgerSearch.Query(before.map(Long::parseLong).orElse(0L), PAGE, type, text);
        return new View(ledger.find(query), text, type, room.look(ControlState::head));
    }
}
