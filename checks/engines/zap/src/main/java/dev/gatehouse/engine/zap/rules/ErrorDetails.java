package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import java.util.regex.Pattern;
import org.parosproxy.paros.core.scanner.Alert;

/** Does an unexpected value bring the inside of the application to light? */
public final class ErrorDetails extends ParameterRule {
    /** A line of a stack trace of Java, Python, .NET, PHP or Node. */
    private static final Pattern TRACE = Pattern.compile(
            "(?<![\\w.$/])[\\w.$/]{3,200}\\.[\\w$<>]{1,100}\\(\\w{1,100}\\.(java|kt|scala|groovy):\\d{1,6}\\)"
                    + "|Traceback \\(most recent call last\\)|at [\\w.]{3,200}\\([^)\\n]{0,200}\\) in \\S{1,200}:line \\d"
                    + "|Fatal error</b>: |at [\\w.<> ]{1,100} \\(/\\S{1,200}\\.js:\\d");

    public ErrorDetails() {
        super(new Facts(
                960009,
                "Server error leaks details",
                Alert.RISK_LOW,
                209,
                10,
                4,
                "An unexpected value of the request makes the application answer with a stack trace, which tells a"
                        + " visitor about its inside.",
                "Log the details and answer with a reference to them."));
    }

    @Override
    void attack(Attack attack) throws IOException {
        for (var payload : new String[] {"x'\"(<", "\u0000"}) {
            if (attack.over()) {
                return;
            }
            var answer = attack.with(payload);
            var trace = answer.first(TRACE);
            if (trace.isPresent()) {
                attack.succeeded(answer, payload, trace.get(), Alert.CONFIDENCE_HIGH);
                return;
            }
        }
    }
}
