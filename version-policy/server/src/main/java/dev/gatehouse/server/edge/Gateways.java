package dev.gatehouse.server.edge;

import dev.gatehouse.policy.edge.AppPages;
import dev.gatehouse.policy.edge.Versions;
import dev.gatehouse.policy.edge.document.Status;
import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.policy.edge.http.Asked;
import dev.gatehouse.policy.edge.http.Head;
import dev.gatehouse.policy.edge.http.Problem;
import dev.gatehouse.policy.edge.http.Target;
import dev.gatehouse.server.edge.count.Via;
import dev.gatehouse.server.edge.store.Documents;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/enforce} and {@code /v1/refusal}: what gateways ask on behalf of a client.
 *
 * <p>A refusal is 426 with its content, or the status that the gateway asks for with {@code ?refusal=}: nginx takes
 * only 401 and 403 for a no, throws the content away and then fetches it from {@code /v1/refusal}.
 */
final class Gateways {
    static final String ENFORCE = "/v1/enforce";
    static final String REFUSAL = "/v1/refusal";
    private static final String DECISION = "x-gatehouse-decision";

    private static final Answer EXEMPT = allowed("exempt");
    private static final Answer UNDECIDED = allowed("undecided");
    private static final Answer REPORTED_OPEN = allowed("would-refuse; undecided");
    /** Between a gateway's two questions the policy has changed its mind. */
    private static final Answer ASK_AGAIN = later(
            new Problem(
                    503,
                    "try-again",
                    "Try again",
                    "The policy changed while this request was on its way: send it again."),
            "1");

    private static final Problem NO_HEADERS = new Problem(
            426,
            "client-unknown",
            "Update required",
            "The request does not say which app it comes from: X-App-Id, X-App-Platform and X-App-Version are needed.");
    private static final Problem BAD_VERSION = new Problem(
            426,
            "unreadable-version",
            "Update required",
            "X-App-Version is no version: write it as 4.3.0, 4.3, 4.3.0.1187, 4.3.0 (1187) or 4.3.0-rc.1.");
    private static final Problem NO_POLICY = new Problem(
            503, "no-policy", "No policy to decide by", "There is no client version policy for this app just now.");
    private static final Problem EXPIRED = new Problem(
            503, "policy-expired", "No policy to decide by", "The client version policy of this app has expired.");

    private final Documents documents;
    private final EnforceSettings settings;
    private final ExemptPaths exempt;
    private final InstantSource clock;
    private final EnforceCounts counts;
    private final String retryAfter;
    private final Map<Status, Answer> allowed = new EnumMap<>(Status.class);
    private final Map<Status, Answer> reported = new EnumMap<>(Status.class);

    Gateways(Documents documents, EdgeSettings settings, EnforceCounts counts, InstantSource clock) {
        this.documents = documents;
        this.settings = settings.enforce();
        this.exempt = new ExemptPaths(settings.enforce().exempt());
        this.clock = clock;
        this.counts = counts;
        this.retryAfter = String.valueOf(settings.retryAfter().toSeconds());
        for (var status : Status.values()) {
            allowed.put(status, allowed(status.text()));
            reported.put(status, allowed("would-refuse; " + status.text()));
        }
    }

    Answer enforce(Asked asked, Target target) {
        if (isExempt(asked, target)) {
            counts.add(EnforceCounts.Outcome.EXEMPT);
            return EXEMPT;
        }
        var question = decide(asked);
        if (question instanceof Question.Decided decided) {
            decided.held().tally().count(decided.version(), decided.status(), Via.ENFORCE);
            return decided(decided, asked, target);
        }
        return open(((Question.Open) question).problem(), target);
    }

    /** What the client is to be told, for gateways that threw it away. */
    Answer refusal(Asked asked) {
        var question = decide(asked);
        if (question instanceof Question.Decided decided) {
            return decided.status().mayRun() ? ASK_AGAIN : refuse(decided, asked);
        }
        return refuse(((Question.Open) question).problem());
    }

    private Answer decided(Question.Decided decided, Asked asked, Target target) {
        if (decided.status().mayRun()) {
            counts.add(EnforceCounts.Outcome.ALLOWED);
            return prepared(allowed, decided.status());
        }
        if (settings.reportOnly()) {
            counts.add(EnforceCounts.Outcome.REPORTED);
            return prepared(reported, decided.status());
        }
        counts.add(EnforceCounts.Outcome.REFUSED);
        return asGatewayWants(refuse(decided, asked), target);
    }

    private Answer open(Problem problem, Target target) {
        if (!settings.failClosed()) {
            counts.add(EnforceCounts.Outcome.UNDECIDED);
            return UNDECIDED;
        }
        if (settings.reportOnly()) {
            counts.add(EnforceCounts.Outcome.REPORTED);
            return REPORTED_OPEN;
        }
        counts.add(EnforceCounts.Outcome.REFUSED);
        return asGatewayWants(refuse(problem), target);
    }

    private Question decide(Asked asked) {
        var app = asked.header("x-app-id");
        var platform = asked.header("x-app-platform");
        var text = asked.header(AppPages.VERSION);
        if (app == null || platform == null || text == null) {
            return new Question.Open(NO_HEADERS);
        }
        var channel = asked.header("x-app-channel");
        var held = documents.find(app, platform, channel == null ? "stable" : channel);
        if (held.isEmpty()) {
            return new Question.Open(NO_POLICY);
        }
        var version = Versions.read(text);
        if (version.isEmpty()) {
            return new Question.Open(BAD_VERSION);
        }
        var decisions = held.get().decisions(clock.millis());
        if (decisions.isStale()) {
            return new Question.Open(EXPIRED);
        }
        return new Question.Decided(held.get(), version.get(), decisions.status(version.get()));
    }

    private Answer refuse(Question.Decided decided, Asked asked) {
        return decided.held().decisions(clock.millis()).refuse(decided.status(), asked.header("accept-language"));
    }

    private Answer refuse(Problem problem) {
        if (problem.status() != 426) {
            return later(problem, "60");
        }
        return problem.answer(problem.head()
                .with("cache-control", "no-store")
                .with("retry-after", retryAfter)
                // nobody knows the version that is wanted, but RFC 9110 wants the field
                .with("upgrade", "client"));
    }

    private static Answer asGatewayWants(Answer refusal, Target target) {
        return target.parameter("refusal").filter("403"::equals).isPresent()
                ? Answer.empty(Head.of(403).with("cache-control", "no-store").with(DECISION, "refused"))
                : refusal;
    }

    /**
     * By the client's own path: behind ours (Envoy), else in the field that nginx or Traefik sets. A client may send the field
     * that its gateway does not set, so with both of them, both must be exempt.
     */
    private boolean isExempt(Asked asked, Target target) {
        if (target.path().length() > ENFORCE.length()) {
            return exempt.cover(target.path().substring(ENFORCE.length()));
        }
        var nginx = asked.header("x-original-uri");
        var traefik = asked.header("x-forwarded-uri");
        return (nginx != null || traefik != null) && coversGiven(nginx) && coversGiven(traefik);
    }

    private boolean coversGiven(@Nullable String path) {
        return path == null || exempt.cover(path);
    }

    private static Answer later(Problem problem, String seconds) {
        return problem.answer(problem.head().with("cache-control", "no-store").with("retry-after", seconds));
    }

    private static Answer allowed(String decision) {
        return Answer.empty(Head.of(200).with("cache-control", "no-store").with(DECISION, decision));
    }

    private static Answer prepared(Map<Status, Answer> answers, Status status) {
        var answer = answers.get(status);
        if (answer == null) {
            throw new IllegalStateException("no answer for " + status);
        }
        return answer;
    }
}
