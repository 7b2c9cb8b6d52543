package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.commons.httpclient.URI;
import org.parosproxy.paros.core.scanner.Alert;
import org.parosproxy.paros.network.HttpMessage;

/** Is there a copy of a file that somebody made beside it and forgot? */
public final class ForgottenFile extends PageRule {
    private static final List<String> ENDS = List.of(".bak", ".old", ".orig", "~", ".swp");

    public ForgottenFile() {
        super(new Facts(
                960011,
                "Forgotten copy of a file",
                Alert.RISK_MEDIUM,
                538,
                1,
                1,
                "A copy of a file that somebody made for safety is served to everybody, as text.",
                "Keep copies out of folders that are served."));
    }

    @Override
    void look(Answer answer) throws IOException {
        var path = answer.path();
        if (!answer.isFine() || answer.isHtml() || !path.matches(".*/[^/]+\\.[^/]+")) {
            return;
        }
        if (ENDS.stream().anyMatch(path::endsWith)) {
            report(answer.message(), "", "", "", Alert.CONFIDENCE_MEDIUM);
            return;
        }
        var nothing = ask(path + "." + UUID.randomUUID());
        for (var end : ENDS) {
            if (stopped()) {
                return;
            }
            var copy = ask(path + end);
            if (copy.isFine()
                    && !copy.isHtml()
                    && !(nothing.isFine() && nothing.body().equals(copy.body()))) {
                report(copy.message(), "", path + end, "", Alert.CONFIDENCE_MEDIUM);
                return;
            }
        }
    }

    private Answer ask(String path) throws IOException {
        HttpMessage request = request();
        var uri = new URI(request.getRequestHeader().getURI().toString(), true);
        uri.setPath(path);
        uri.setQuery(null);
        request.getRequestHeader().setURI(uri);
        return new Answer(send(request));
    }
}
