package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import org.parosproxy.paros.core.scanner.Alert;

/** Is any origin that asks allowed to read the answer? */
public final class ReflectedOrigin extends PageRule {
    private static final String STRANGER = "https://gatehouse-origin.example";

    public ReflectedOrigin() {
        super(OpenToAllOrigins.cors(960010, "Cross-origin access for whoever asks", Alert.RISK_MEDIUM));
    }

    @Override
    void look(Answer answer) throws IOException {
        var request = request();
        request.getRequestHeader().setHeader("Origin", STRANGER);
        var reply = new Answer(send(request));
        var allowed = reply.header("Access-Control-Allow-Origin");
        if (allowed.equals(STRANGER)) {
            report(reply.message(), "Access-Control-Allow-Origin", STRANGER, allowed, Alert.CONFIDENCE_HIGH);
        }
    }
}
