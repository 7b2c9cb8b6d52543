package dev.gatehouse.server.control.room;

import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.Head;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds entries, newest first. The newest are at hand; what is older is read, and so verified, from the beginning. */
public final class LedgerSearch {
    private final ControlRoom room;

    public LedgerSearch(ControlRoom room) {
        this.room = room;
    }

    /**
     * What to look for.
     *
     * @param before entries below that sequence; 0 for the newest
     * @param type begins so; empty for any
     * @param text stands in actor, type or payload, in any case; empty for any
     */
    public record Query(long before, int limit, String type, String text) {}

    /**
     * A page of entries.
     *
     * @param next what to give as {@code before} for the next page; 0 when this is the last
     */
    public record Found(List<Entry> entries, long next) {}

    public Found find(Query query) {
        Predicate<Entry> wanted = entry -> matches(query, entry);
        var recent = room.look(ControlState::recent);
        var page = recent.stream().filter(wanted).limit(query.limit() + 1L).toList();
        boolean all = recent.size() < ControlState.RECENT;
        if (page.size() <= query.limit() && !all) {
            page = older(query, wanted);
        }
        boolean more = page.size() > query.limit();
        var shown = more ? page.subList(0, query.limit()) : page;
        return new Found(shown, more ? shown.get(shown.size() - 1).sequence() : 0);
    }

    public Optional<Entry> entry(long sequence) {
        var recent = room.look(ControlState::recent);
        var found =
                recent.stream().filter(entry -> entry.sequence() == sequence).findFirst();
        if (found.isPresent() || recent.size() < ControlState.RECENT) {
            return found;
        }
        return older(new Query(sequence + 1, 0, "", ""), entry -> entry.sequence() == sequence).stream()
                .findFirst();
    }

    private List<Entry> older(Query query, Predicate<Entry> wanted) {
        var kept = new ArrayDeque<Entry>();
        room.store().read(Head.START, entry -> {
            if (wanted.test(entry)) {
                kept.addFirst(entry);
                if (kept.size() > query.limit() + 1) {
                    kept.removeLast();
                }
            }
        });
        return List.copyOf(kept);
    }

    private static boolean matches(Query query, Entry entry) {
        if ((query.before() > 0 && entry.sequence() >= query.before())
                || !entry.type().startsWith(query.type())) {
            return false;
        }
        var text = query.text().toLowerCase(Locale.ROOT);
        return text.isEmpty()
                || entry.actor().toLowerCase(Locale.ROOT).contains(text)
                || entry.type().contains(text)
                || entry.payload().toString().toLowerCase(Locale.ROOT).contains(text);
    }
}
