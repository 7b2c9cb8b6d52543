package dev.gatehouse.server.edge;

import dev.gatehouse.policy.edge.AppPages;
import dev.gatehouse.policy.edge.Methods;
import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.policy.edge.http.Asked;
import dev.gatehouse.policy.edge.http.Target;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.http.Site;
import java.time.Clock;

/**
 * The edge's part of a server's name space, everything below {@code /v1/apps}, {@code /v1/enforce} and
 * {@code /v1/refusal}. Answers from memory; a listener may call it on any thread.
 */
public final class EdgeSite implements Site {
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
        return Methods.fitting(asked, found(asked));
    }

    EnforceCounts counts() {
        return counts;
    }

    private Answer found(Asked asked) {
        var target = Target.of(asked.target());
        // gateways ask with the client's own method
        if (isBelow(asked.target(), Gateways.ENFORCE)) {
            return gateways.enforce(asked, target);
        }
        if (target.path().equals(Gateways.REFUSAL)) {
            return gateways.refusal(asked);
        }
        if (!Methods.reads(asked)) {
            return Methods.NOT_ALLOWED;
        }
        if (target.path().startsWith(AppPages.ROOT)) {
            return apps.answer(asked);
        }
        return hasIndex && target.path().equals(Index.PATH) ? index.answer(asked) : AppPages.NOT_FOUND;
    }

    private static boolean isBelow(String target, String root) {
        return target.startsWith(root)
                && (target.length() == root.length()
                        || target.charAt(root.length()) == '/'
                        || target.charAt(root.length()) == '?');
    }
}
