package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import org.parosproxy.paros.core.scanner.Alert;

/** Does a value come back as markup of an HTML page? */
public final class ReflectedScript extends ParameterRule {
    private static final String MARK = "<gh7script>";
    private static final String QUOTED = "\"'>" + MARK;

    public ReflectedScript() {
        super(new Facts(
                960001,
                "Cross-site scripting, reflected",
                Alert.RISK_HIGH,
                79,
                5,
                3,
                "A value of the request comes back in the HTML page without being encoded, so a link can run a script in"
                        + " the browser of whoever follows it.",
                "Encode every value for the place of the page it stands in; let a template engine do it."));
    }

    @Override
    void attack(Attack attack) throws IOException {
        for (var payload : new String[] {attack.value() + MARK, attack.value() + QUOTED}) {
            if (attack.over()) {
                return;
            }
            var answer = attack.with(payload);
            if (answer.isHtml() && answer.body().contains(MARK)) {
                attack.succeeded(answer, payload, MARK, Alert.CONFIDENCE_MEDIUM);
                return;
            }
        }
    }
}
