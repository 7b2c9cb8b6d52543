package dev.gatehouse.scanners.dast.settings;

import java.nio.file.Path;

/** How a scan logs in. Names of environment variables stand where others would write secrets. */
public sealed interface Login {

    /**
     * A form.
     *
     * @param path that the form is sent to
     * @param page that shows the form, for its token
     * @param data fields as they are sent, such as {@code user={%username%}&password={%password%}}
     * @param loggedIn pattern that only pages of a logged-in visitor match
     * @param loggedOut pattern that only pages of a logged-out visitor match; empty when there is none
     */
    record Form(
            String path,
            String page,
            String data,
            String usernameFrom,
            String passwordFrom,
            String loggedIn,
            String loggedOut)
            implements Login {}

    /** A header with every request, such as {@code Authorization}. */
    record Header(String name, String valueFrom) implements Login {}

    /**
     * An authentication script as ZAP runs them.
     *
     * @param engine that runs it, such as {@code Graal.js}; empty for JavaScript by whichever the ZAP has
     * @param loggedIn pattern that only answers to a logged-in visitor match, that which the script returns among them
     * @param loggedOut pattern that only answers to others match; empty when there is none
     */
    record Script(Path file, String engine, String usernameFrom, String passwordFrom, String loggedIn, String loggedOut)
            implements Login {}
}
