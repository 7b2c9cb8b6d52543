package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parosproxy.paros.core.scanner.Alert;

/** Does a command to wait make the application wait? */
public final class CommandByTime extends ParameterRule {
    private static final int SHORT = 1;
    private static final int LONG = 2;
    private static final List<String> WAYS =
            List.of(";sleep %d;", "|sleep %d", "$(sleep %d)", "\";sleep %d;\"", "';sleep %d;'", "&timeout /T %d&");

    public CommandByTime() {
        super(new Facts(
                960006,
                "Command injection, by time",
                Alert.RISK_HIGH,
                78,
                5,
                3,
                "A value of the request becomes part of a command line, so a visitor can run programs on the server.",
                "Do not start a shell; pass the program and its arguments as a list, and choose among values that the"
                        + " application knows."));
    }

    @Override
    void attack(Attack attack) throws IOException {
        for (var way : WAYS) {
            if (attack.over()) {
                return;
            }
            var payload = attack.value() + way.formatted(SHORT);
            if (waited(attack, payload, SHORT) && isNoAccident(attack, way)) {
                var proof = attack.value() + way.formatted(LONG);
                attack.succeeded(attack.with(proof), proof, "", Alert.CONFIDENCE_MEDIUM);
                return;
            }
        }
    }

    /** Not slow by itself, and as slow as it is told to be. */
    private static boolean isNoAccident(Attack attack, String way) throws IOException {
        return !waited(attack, attack.value() + way.formatted(0), SHORT)
                && waited(attack, attack.value() + way.formatted(LONG), LONG)
                && !waited(attack, attack.value() + way.formatted(0), SHORT);
    }

    private static boolean waited(Attack attack, String payload, int seconds) throws IOException {
        long start = System.nanoTime();
        attack.with(payload);
        return System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(seconds);
    }
}
