package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.dast.zap.ZapApi;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.time.Duration;
import java.util.Map;

/** The answers that passive rules have not read yet. A ZAP without passive rules has none. */
final class PassiveQueue {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PAUSE_MILLIS = 300;

    private PassiveQueue() {}

    static void drain(ZapApi api, Deadline whole, Outcome outcome, Progress progress) throws ZapException {
        if (!api.has("pscan", "recordsToScan")) {
            return;
        }
        var deadline = whole.within(LONGEST);
        while (true) {
            long left = api.view("pscan", "recordsToScan", Map.of())
                    .path("recordsToScan")
                    .asLong();
            if (left == 0) {
                return;
            }
            progress.at("dast", "reading answers: %d left".formatted(left), 0, 0);
            if (deadline.over()) {
                outcome.missed(
                        "passive-limit",
                        "ZAP",
                        "%d answers were not read by the passive rules in time".formatted(left));
                return;
            }
            Deadline.pause(PAUSE_MILLIS);
        }
    }
}
