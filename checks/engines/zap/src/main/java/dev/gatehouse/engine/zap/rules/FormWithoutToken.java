package dev.gatehouse.engine.zap.rules;

import java.util.Locale;
import java.util.regex.Pattern;
import org.parosproxy.paros.core.scanner.Alert;
import org.parosproxy.paros.network.HttpMessage;

/** Was a form sent without anything that another site cannot know? Sends nothing. */
public final class FormWithoutToken extends PageRule {
    private static final Pattern TOKEN_NAME =
            Pattern.compile("csrf|xsrf|token|nonce|authenticity|__requestverification");
    /** Long enough and mixed enough to be a secret. */
    private static final Pattern TOKEN_VALUE = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9+/_=-]{20,}");

    public FormWithoutToken() {
        super(new Facts(
                960017,
                "Form without an anti-CSRF token",
                Alert.RISK_LOW,
                352,
                1,
                1,
                "The form can be sent by any other site in the name of a visitor whose browser is logged in.",
                "Put a secret of the session into the form and check it, or set SameSite=Strict for the session's"
                        + " cookie."));
    }

    @Override
    void look(Answer answer) {
        var request = answer.message();
        if (isForm(request) && answer.status() < 400 && !hasToken(request)) {
            report(request, "", "", "", Alert.CONFIDENCE_LOW);
        }
    }

    private static boolean isForm(HttpMessage request) {
        var type = request.getRequestHeader().getHeader("Content-Type");
        return request.getRequestHeader().getMethod().equals("POST")
                && (type == null
                        || type.startsWith("application/x-www-form-urlencoded")
                        || type.startsWith("multipart/form-data"));
    }

    private static boolean hasToken(HttpMessage request) {
        return request.getFormParams().stream()
                .anyMatch(field -> TOKEN_NAME
                                .matcher(field.getName().toLowerCase(Locale.ROOT))
                                .find()
                        || TOKEN_VALUE.matcher(field.getValue()).matches());
    }
}
