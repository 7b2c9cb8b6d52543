package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import org.parosproxy.paros.core.scanner.Alert;

/** Does an XML document of the request make its parser fetch something? Seen only of applications on the same machine. */
public final class ExternalEntity extends ParameterRule {

    public ExternalEntity() {
        super(new Facts(
                960008,
                "XML external entity",
                Alert.RISK_HIGH,
                611,
                2,
                5,
                "The XML parser follows entities of the visitor's document to files and addresses.",
                "Refuse documents with a DOCTYPE (feature disallow-doctype-decl)."));
    }

    @Override
    void attack(Attack attack) throws IOException {
        if (!attack.value().stripLeading().startsWith("<")) {
            return;
        }
        var callback = Callback.ofThisProcess();
        var address = callback.address();
        var document = "<!DOCTYPE gh [<!ENTITY gh SYSTEM \"%s\">]><gh>&gh;</gh>".formatted(address);
        var answer = attack.with(document);
        if (callback.heard(address)) {
            attack.succeeded(answer, document, "", Alert.CONFIDENCE_HIGH);
        }
    }
}
