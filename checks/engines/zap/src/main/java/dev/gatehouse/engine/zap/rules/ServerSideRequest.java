package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import org.parosproxy.paros.core.scanner.Alert;

/** Does the server itself ask an address that a value names? Seen only of applications on the same machine. */
public final class ServerSideRequest extends ParameterRule {

    public ServerSideRequest() {
        super(new Facts(
                960007,
                "Server-side request forgery",
                Alert.RISK_HIGH,
                918,
                1,
                10,
                "A value of the request is an address that the server then asks, with its own place in the network.",
                "Let the request choose among addresses that the application knows."));
    }

    @Override
    void attack(Attack attack) throws IOException {
        var callback = Callback.ofThisProcess();
        var address = callback.address();
        var answer = attack.with(address);
        if (callback.heard(address)) {
            attack.succeeded(answer, address, "", Alert.CONFIDENCE_HIGH);
        }
    }
}
