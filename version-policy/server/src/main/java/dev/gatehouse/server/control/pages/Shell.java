package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.access.Grant;
import java.util.List;

/**
 * What is around every page.
 *
 * @param place which entry of the navigation is the current one; empty for none
 * @param name who is signed in; empty for nobody
 * @param formToken what every form carries
 * @param administrator whether to show what only administrators may do
 * @param support support access that is open now; everybody sees it
 * @param message about what was just done; empty for none
 * @param bad whether the message is about a failure
 * @param ledger where the ledger ended when the page was asked for
 */
public record Shell(
        String title,
        String place,
        String name,
        String formToken,
        boolean administrator,
        List<Grant> support,
        String message,
        boolean bad,
        long ledger) {
    public Shell {
        support = List.copyOf(support);
    }

    public boolean isSignedIn() {
        return !name.isEmpty();
    }
}
