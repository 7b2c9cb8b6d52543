package dev.gatehouse.engine.zap.rules;

import org.parosproxy.paros.core.scanner.Alert;

/** Does the answer allow every site to read it? Sends nothing. */
public final class OpenToAllOrigins extends PageRule {

    public OpenToAllOrigins() {
        super(cors(960014, "Cross-origin access for all", Alert.RISK_MEDIUM));
    }

    static Facts cors(int id, String name, int risk) {
        return new Facts(
                id,
                name,
                risk,
                942,
                2,
                5,
                "The answer allows any other site to read it with its visitor's browser.",
                "Name the origins that may read the answer.");
    }

    @Override
    void look(Answer answer) {
        var allowed = answer.header("Access-Control-Allow-Origin").strip();
        if (answer.isFine() && (allowed.equals("*") || allowed.equals("null"))) {
            report(answer.message(), "Access-Control-Allow-Origin", "", allowed, Alert.CONFIDENCE_MEDIUM);
        }
    }
}
