package dev.gatehouse.engine.zap.rules;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.httpclient.URI;
import org.parosproxy.paros.core.scanner.Alert;

/** Are files and pages served that are there for developers? Asks at the folders of the application. */
public final class DebugPage extends PageRule {
    private static final Map<String, Pattern> PAGES = Map.of(
            ".git/HEAD", Pattern.compile("\\Aref: refs/"),
            ".env", Pattern.compile("(?m)^[A-Z][A-Z0-9_]{2,60}=\\S"),
            "WEB-INF/web.xml", Pattern.compile("<web-app[\\s>]"),
            "actuator/env", Pattern.compile("\"propertySources\""),
            "server-status", Pattern.compile("Apache Server Status"),
            "phpinfo.php", Pattern.compile("<title>phpinfo\\(\\)"));

    public DebugPage() {
        super(new Facts(
                960012,
                "Developers' file or page",
                Alert.RISK_MEDIUM,
                538,
                1,
                1,
                "A file or page that is meant for developers is served to everybody.",
                "Keep it out of what is served, or ask for a log-in."));
    }

    @Override
    void look(Answer answer) throws IOException {
        var path = answer.path();
        if (!path.endsWith("/") || path.chars().filter(c -> c == '/').count() > 2) {
            return;
        }
        for (var page : PAGES.entrySet()) {
            if (stopped()) {
                return;
            }
            var request = request();
            var uri = new URI(request.getRequestHeader().getURI().toString(), true);
            uri.setPath(path + page.getKey());
            uri.setQuery(null);
            request.getRequestHeader().setURI(uri);
            var reply = new Answer(send(request));
            var content = reply.first(page.getValue());
            if (reply.isFine() && content.isPresent()) {
                report(reply.message(), "", page.getKey(), content.get(), Alert.CONFIDENCE_HIGH);
            }
        }
    }
}
