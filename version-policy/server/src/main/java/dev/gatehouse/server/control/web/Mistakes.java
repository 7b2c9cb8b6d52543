package dev.gatehouse.server.control.web;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.server.log.EventLog;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what a page throws into a status and a sentence. */
public final class Mistakes {
    private final EventLog log;

    /** What to tell whoever asked. */
    public record Told(int status, String name, String title, String detail) {}

    public Mistakes(EventLog log) {
        this.log = log;
    }

    /** Our own mistakes are told to the operator with their class, and to the person with a number only. */
    public Told of(RuntimeException e) {
        if (e instanceof Denied denied) {
            return new Told(denied.status(), denied.status() == 401 ? "not-signed-in" : "denied", "Denied", text(e));
        } else if (e instanceof Missing) {
            return new Told(404, "not-found", "Not found", text(e));
        } else if (e instanceof Refused) {
            return new Told(409, "refused", "Refused by policy", text(e));
        } else if (e instanceof BadInput) {
            return new Told(400, "bad-input", "Bad input", text(e));
        } else if (e instanceof BrokenLedger) {
            log.alarm("ledger.broken", Map.of("detail", text(e)));
            return new Told(503, "ledger-broken", "The ledger does not hold", text(e));
        }
        if (e instanceof UncheckedIOException) {
            log.alarm("storage.away", Map.of("detail", text(e)));
            return new Told(
                    503, "storage-away", "Not now", "What this server keeps cannot be reached just now: try again.");
        }
        var number = UUID.randomUUID().toString();
        log.alarm("request.failed", Map.of("number", number, "detail", String.valueOf(e), "at", place(e)));
        return new Told(
                500, "fault", "Our mistake", "Something went wrong here; the log has it under %s.".formatted(number));
    }

    private static String text(RuntimeException e) {
        @Nullable String message = e.getMessage();
        return message == null ? "no reason was given" : message;
    }

    private static String place(RuntimeException e) {
        var trace = e.getStackTrace();
        return trace.length == 0 ? "" : trace[0].toString();
    }
}
