package dev.gatehouse.trackers.jira.settings;

import dev.gatehouse.trackers.config.SecretSource;
import dev.gatehouse.trackers.http.Authorization;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How we log in.
 *
 * @param user e-mail address that goes with an API token of Cloud; none for a personal access token or OAuth 2.0
 */
public record Login(@Nullable String user, SecretSource token) {

    /** Reads the secret; throws {@link dev.gatehouse.findings.BadInput} when it is not there. */
    public Authorization authorization(Map<String, String> environment) {
        var secret = token.read(environment);
        return user == null ? new Authorization.Bearer(secret) : new Authorization.Basic(user, secret);
    }
}
