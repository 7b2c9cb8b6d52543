package dev.gatehouse.engine.zap.rules;

import java.util.regex.Pattern;
import org.parosproxy.paros.core.scanner.Alert;

/** Does a folder show all that is in it? Sends nothing. */
public final class DirectoryListing extends PageRule {
    private static final Pattern LISTING = Pattern.compile(
            "<(title|h1)>\\s*(Index of /|Directory listing (for|of) )|\\[To Parent Directory\\]|<title>Directory: /");

    public DirectoryListing() {
        super(new Facts(
                960016,
                "Directory listing",
                Alert.RISK_MEDIUM,
                548,
                1,
                1,
                "The folder shows everything that is in it, also what nobody meant to serve.",
                "Switch listings off, or keep only what may be seen in the folder."));
    }

    @Override
    void look(Answer answer) {
        if (answer.isFine() && answer.isHtml() && answer.path().endsWith("/")) {
            answer.first(LISTING)
                    .ifPresent(listing -> report(answer.message(), "", "", listing, Alert.CONFIDENCE_MEDIUM));
        }
    }
}
