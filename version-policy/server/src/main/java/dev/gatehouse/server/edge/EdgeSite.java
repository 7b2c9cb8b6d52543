package dev.gatehouse.server.edge;

import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.http.Answer;
import dev.gatehouse.server.http.Asked;
import dev.gatehouse.server.http.Problem;
import dev.gatehouse.server.http.Site;
import dev.gatehouse.server.http.Target;
import java.time.Clock;

/**
 * The edge's part of a server's name space, everything below {@code /v1/apps}, {@code /v1/enforce} and
 * {@code /v1/refusal}. Answers from memory; a listener may call it on any thread.
 */
public final class EdgeSite implements Site {
    static final Answer NOT_FOUND =
            new Problem(404, "not-found", "Not found", "There is nothing at this address.").answer();
    static final Answer BAD_TARGET = new Problem(
                    400, "bad-target", "Bad address", "The address holds a percent sign that is no UTF-8 escape.")
            .answer();
    private static final Problem METHOD =
            new Problem(405, "method-not-allowed", "Method not allowed", "Ask with GET or HEAD.");
    private static final Answer METHOD_NOT_ALLOWED = METHOD.answer(METHOD.head().with("allow", "GET, HEAD"));

    private final AppPages apps;
    private final Gateways gateways;
    private final Index index;
    private final boolean hasIndex;
    private final EnforceCounts counts = new EnforceCounts();

    public EdgeSite(Documents documents, EdgeSettings settings, Clock clock) {
        this.apps = new AppPages(documents, clock);
        this.gateways = new Gateways(documents, settings, counts, clock);
        this.index = new Index(documents);
        this.hasIndex = settings.index();
    }

    @Override
    public boolean owns(String target) {
        return isBelow(target, Index.PATH) || isBelow(target, Gateways.ENFORCE) || isBelow(target, Gateways.REFUSAL);
    }

    @Override
    public Answer answer(Asked asked) {
        boolean head = asked.method().equals("HEAD");
        var answer = found(asked, head || asked.method().equals("GET"));
        return head ? answer.withoutBody() : answer;
    }

    EnforceCounts counts() {
        return counts;
    }

    private Answer found(Asked asked, boolean reads) {
        var target = Target.of(asked.target());
        // gateways ask with the client's own method
        if (isBelow(asked.target(), Gateways.ENFORCE)) {
            return gateways.enforce(asked, target);
        }
        if (target.path().equals(Gateways.REFUSAL)) {
            return gateways.refusal(asked);
        }
        if (!reads) {
            return METHOD_NOT_ALLOWED;
        }
        if (target.path().startsWith(AppPages.ROOT)) {
            return apps.answer(asked, target);
        }
        return hasIndex && target.path().equals(Index.PATH) ? index.answer(asked) : NOT_FOUND;
    }

    private static boolean isBelow(String target, String root) {
        return target.startsWith(root)
                && (target.length() == root.length()
                        || target.charAt(root.length()) == '/'
                        || target.charAt(root.length()) == '?');
    }
}
