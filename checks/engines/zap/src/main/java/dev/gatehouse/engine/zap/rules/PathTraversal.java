package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.parosproxy.paros.core.scanner.Alert;

/** Can a value name a file outside the application's folder? */
public final class PathTraversal extends ParameterRule {
    private static final List<String> WAYS = List.of(
            "../../../../../../../../../../etc/passwd",
            "/etc/passwd",
            "..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
            "..\\..\\..\\..\\..\\..\\..\\..\\windows\\win.ini",
            "file:///etc/passwd");
    private static final Pattern KNOWN = Pattern.compile("root:[^:\\n]{0,40}:0:0:|; for 16-bit app support");

    public PathTraversal() {
        super(new Facts(
                960004,
                "Path traversal",
                Alert.RISK_HIGH,
                22,
                1,
                1,
                "A value of the request names a file, and nothing keeps it inside the folder it is meant for.",
                "Let the request choose among names that the application knows; or resolve and normalise the path and"
                        + " refuse what does not start with the folder."));
    }

    @Override
    void attack(Attack attack) throws IOException {
        for (var way : WAYS) {
            if (attack.over()) {
                return;
            }
            var answer = attack.with(way);
            var content = answer.first(KNOWN);
            if (content.isPresent() && attack.before().first(KNOWN).isEmpty()) {
                attack.succeeded(answer, way, content.get(), Alert.CONFIDENCE_HIGH);
                return;
            }
        }
    }
}
