package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import java.util.List;
import org.parosproxy.paros.core.scanner.Alert;

/** Does a value decide to which site the visitor is sent? Looks at the Location header only; nothing is requested there. */
public final class OpenRedirect extends ParameterRule {
    /** Never a real host: RFC 2606 keeps this name for examples. */
    private static final String ELSEWHERE = "gatehouse-redirect.example";

    private static final List<String> WAYS = List.of("https://" + ELSEWHERE + "/", "//" + ELSEWHERE + "/");

    public OpenRedirect() {
        super(new Facts(
                960005,
                "Open redirect",
                Alert.RISK_MEDIUM,
                601,
                1,
                1,
                "A value of the request decides to which site the visitor is sent, so a link that starts with a trusted"
                        + " name can end anywhere.",
                "Redirect to addresses that the application knows, or to paths of its own only."));
    }

    @Override
    void attack(Attack attack) throws IOException {
        for (var way : WAYS) {
            if (attack.over()) {
                return;
            }
            var answer = attack.with(way);
            var location = answer.header("Location");
            if (location.matches("(https?:)?//" + ELSEWHERE + ".*")) {
                attack.succeeded(answer, way, location, Alert.CONFIDENCE_HIGH);
                return;
            }
        }
    }
}
