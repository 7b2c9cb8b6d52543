package dev.gatehouse.trackers.jira;

import dev.gatehouse.trackers.http.ApiClient;
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

/** Opens a connection to the Jira of some settings. */
public final class JiraDoor {
    private JiraDoor() {}

    /**
     * Asks the site which kind of Jira it is, unless the settings say so.
     *
     * @param request how long one request may take
     * @param patience how long one request may wait for a limit to pass
     * @throws dev.gatehouse.findings.BadInput when the secret is not where the settings say
     * @throws dev.gatehouse.trackers.http.TrackerProblem when the site does not answer
     */
    public static Jira open(
            JiraSettings settings,
            Map<String, String> environment,
            Duration request,
            Duration patience,
            Clock clock,
            Sleeper sleeper) {
        var http = HttpSettings.DEFAULT.withRequest(request).withPerSecond(settings.perSecond());
        var client = new ApiClient(
                settings.site(),
                settings.login().authorization(environment),
                http,
                new JiraRefusals(),
                Breaker.usual(clock),
                clock,
                sleeper);
        var patient = new Patience(client, patience, clock, sleeper);
        var edition = settings.edition() == null ? RestJira.detect(patient) : settings.edition();
        return new RestJira(patient, edition, settings.project());
    }
}
