package dev.gatehouse.trackers.github.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.trackers.github.http.Door;
import dev.gatehouse.trackers.github.http.GitHubRefusals;
import dev.gatehouse.trackers.github.place.RepositoryName;
import dev.gatehouse.trackers.http.ApiClient;
import dev.gatehouse.trackers.http.Authorization;
import dev.gatehouse.trackers.http.Breaker;
import dev.gatehouse.trackers.http.HttpSettings;
import dev.gatehouse.trackers.http.Secret;
import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.http.TrackerProblem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Opens a repository with the credentials: with a token as it is, for an App with a token of its installation, which
 * lives for an hour and is made anew before it ends.
 */
public final class Doors {
    /** A token that ends sooner is not begun with. */
    private static final Duration LEFT = Duration.ofMinutes(10);
    /** Less is no reason for GitHub to turn a statement away. */
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final URI api;
    private final RepositoryName repository;
    private final Credentials credentials;
    private final HttpSettings settings;
    private final Clock clock;
    private final Sleeper sleeper;
    private @Nullable Installation installation;
    private @Nullable Door door;

    public Doors(
            URI api,
            RepositoryName repository,
            Credentials credentials,
            HttpSettings settings,
            Clock clock,
            Sleeper sleeper) {
        this.api = api;
        this.repository = repository;
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * What an App got for one repository.
     *
     * @param permissions level by name, as granted
     */
    public record Installation(Secret token, Instant expires, JsonNode permissions) {}

    public Credentials credentials() {
        return credentials;
    }

    /** The repository; for an App its token is made when there is none or when it soon ends. */
    public Door open() {
        var open = door;
        if (open != null && !endsSoon()) {
            return open;
        }
        var token = credentials instanceof Credentials.App app
                ? installation(app).token()
                : ((Credentials.Token) credentials).secret();
        var made = at(new Authorization.Bearer(token));
        door = made;
        return made;
    }

    /** Who comments are by. */
    public Self self() {
        if (credentials instanceof Credentials.App app) {
            return new Self.Named(asApp(app).get("/app").path("slug").asText() + "[bot]");
        }
        return credentials.mayCreateChecks()
                ? new Self.AnyBot()
                : new Self.Named(open().get("/user").path("login").asText());
    }

    /** The App's installation for the repository, with a token for it alone. */
    public Installation installation(Credentials.App app) {
        var known = installation;
        if (known != null && !endsSoon()) {
            return known;
        }
        var asApp = asApp(app);
        var id = app.installation() == null ? find(asApp) : app.installation();
        var wanted = Door.object();
        wanted.putArray("repositories").add(repository.name());
        var made = asApp.post("/app/installations/" + id + "/access_tokens", wanted);
        var fresh = new Installation(
                new Secret(made.path("token").asText(), "GitHub"),
                Instant.parse(made.path("expires_at").asText()),
                made.path("permissions"));
        installation = fresh;
        return fresh;
    }

    private String find(Door asApp) {
        return asApp.find(asApp.path("/installation"))
                .map(found -> found.path("id").asText())
                .orElseThrow(() -> new TrackerProblem(
                        TrackerProblem.Kind.UNAUTHORIZED,
                        "%s is not installed for %s: install it in the settings of its owner, under GitHub Apps"
                                .formatted(credentials.display(), repository)));
    }

    private boolean endsSoon() {
        var known = installation;
        return known != null && clock.instant().plus(LEFT).isAfter(known.expires());
    }

    /** A door that shows the App itself. Where GitHub's clock and ours differ, GitHub's counts. */
    public Door asApp(Credentials.App app) {
        var opened = at(new Authorization.Bearer(new Secret(AppJwt.sign(app, clock.instant()), "the App's key")));
        try {
            opened.get("/app");
            return opened;
        } catch (TrackerProblem problem) {
            if (problem.kind() != TrackerProblem.Kind.UNAUTHORIZED) {
                throw problem;
            }
            var theirs = theirTime();
            if (Duration.between(clock.instant(), theirs).abs().compareTo(TOLERATED) < 0) {
                throw problem;
            }
            return at(new Authorization.Bearer(new Secret(AppJwt.sign(app, theirs), "the App's key")));
        }
    }

    private Instant theirTime() {
        try {
            var answer = at(new Authorization.None()).send(dev.gatehouse.trackers.http.Call.get("/meta"));
            return answer.header("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElseGet(clock::instant);
        } catch (TrackerProblem | java.time.DateTimeException e) {
            // without their time ours is as good as any
            return clock.instant();
        }
    }

    private Door at(Authorization authorization) {
        var breaker = Breaker.usual(clock);
        return new Door(client(api, authorization, breaker), base -> client(base, authorization, breaker), repository);
    }

    private ApiClient client(URI base, Authorization authorization, Breaker breaker) {
        return new ApiClient(base, authorization, settings, new GitHubRefusals(), breaker, clock, sleeper);
    }
}
