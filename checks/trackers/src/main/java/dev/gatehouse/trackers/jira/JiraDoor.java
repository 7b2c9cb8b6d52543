package dev.gatehouse.trackers.jira;

import dev.gatehouse.trackers.http.ApiClient;
import dev.gatehouse.trackers.http.Authorization;
import dev.gatehouse.trackers.http.Breaker;
import dev.gatehouse.trackers.http.HttpSettings;
import dev.gatehouse.trackers.http.Patience;
import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.api.JiraRefusals;
import dev.gatehouse.trackers.jira.api.RestJira;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Jira of some settings. The secret is read at once, so that one that is missing is told before anything is written;
 * the site is asked for nothing before the first use.
 */
public final class JiraDoor implements Supplier<Jira> {
    private final JiraSettings settings;
    private final Authorization authorization;
    private final HttpSettings http;
    private final Duration patience;
    private final Clock clock;
    private final Sleeper sleeper;
    private @Nullable Jira opened;

    /**
     * @param patience how long one request may wait for a limit to pass
     * @throws dev.gatehouse.findings.BadInput when the secret is not where the settings say
     */
    public JiraDoor(
            JiraSettings settings,
            Map<String, String> environment,
            HttpSettings http,
            Duration patience,
            Clock clock,
            Sleeper sleeper) {
        this.settings = settings;
        this.authorization = settings.login().authorization(environment);
        this.http = http;
        this.patience = patience;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** For a build, which does not wait for a Jira that is down. */
    public static JiraDoor inABuild(JiraSettings settings, Map<String, String> environment, Clock clock) {
        return new JiraDoor(settings, environment, HttpSettings.BUILD, Duration.ofSeconds(5), clock, Sleeper.REAL);
    }

    /** For a person who waits for the answer. */
    public static JiraDoor byHand(JiraSettings settings, Map<String, String> environment, Clock clock) {
        return new JiraDoor(settings, environment, HttpSettings.DEFAULT, Duration.ofMinutes(1), clock, Sleeper.REAL);
    }

    /**
     * Asks the site which kind of Jira it is, unless the settings say so.
     *
     * @throws dev.gatehouse.trackers.http.TrackerProblem when the site does not answer
     */
    @Override
    public synchronized Jira get() {
        var known = opened;
        if (known != null) {
            return known;
        }
        var client = new ApiClient(
                settings.site(),
                authorization,
                http.withPerSecond(settings.perSecond()),
                new JiraRefusals(),
                Breaker.usual(clock),
                clock,
                sleeper);
        var patient = new Patience(client, patience, clock, sleeper);
        var edition = settings.edition() == null ? RestJira.detect(patient) : settings.edition();
        var jira = new RestJira(patient, edition, settings.project());
        opened = jira;
        return jira;
    }
}
