package dev.gatehouse.jenkins.outbox;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.release.GatePermissions;
import dev.gatehouse.jenkins.release.OneLine;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.outbox.OutboxDecision;
import dev.gatehouse.policy.outbox.OutboxListing;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.policy.support.Refused;
import hudson.Util;
import hudson.security.ACL;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** One outbox: what waits and why, and the two things that a person can do about it. */
public final class OutboxPage {
    private static final int MOST = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private final String title;
    private final RemoteOutbox outbox;
    private final Consumer<Draft> ledger;
    private @Nullable OutboxListing listing;
    private String problem = "";

    /** @param ledger has a decision before it is carried out */
    OutboxPage(String title, RemoteOutbox outbox, Consumer<Draft> ledger) {
        this.title = title;
        this.outbox = outbox;
        this.ledger = ledger;
    }

    public String getDisplayName() {
        return title;
    }

    /** Why the outbox could not be asked; empty when it was. */
    public String getProblem() throws InterruptedException {
        listing();
        return problem;
    }

    /** What is shown of all that waits: the worst first. */
    public List<WaitingRow> getWaiting() throws InterruptedException {
        var now = Instant.now();
        return listing().waiting().stream()
                .limit(MOST)
                .map(waiting -> new WaitingRow(waiting, now))
                .toList();
    }

    public int getTotal() throws InterruptedException {
        return listing().waiting().size();
    }

    /** A sentence for each target that nothing is sent to now. */
    public List<String> getPauses() throws InterruptedException {
        return listing().pauses().stream()
                .map(pause -> "Nothing is sent to %s %s until %s: %s"
                        .formatted(pause.tracker(), pause.target(), pause.until(), pause.reason()))
                .toList();
    }

    /** Lets the next build try it at once. */
    @RequirePOST
    public HttpResponse doRetry(@QueryParameter String id) throws InterruptedException {
        Jenkins.get().checkPermission(GatePermissions.OUTBOX);
        return decided(() -> retry(number(id), Jenkins.getAuthentication2().getName()));
    }

    /** Removes it for good. */
    @RequirePOST
    public HttpResponse doDrop(@QueryParameter String id, @QueryParameter String reason) throws InterruptedException {
        Jenkins.get().checkPermission(GatePermissions.OUTBOX);
        return decided(() -> drop(
                number(id), OneLine.of(reason), Jenkins.getAuthentication2().getName()));
    }

    void retry(long id, String who) throws IOException, InterruptedException {
        var waiting = find(id);
        ledger.accept(OutboxDecision.retry(waiting).by(who));
        if (!outbox.retry(id)) {
            throw gone();
        }
    }

    void drop(long id, String reason, String who) throws IOException, InterruptedException {
        if (reason.isEmpty()) {
            throw new BadInput("Say why in one line.");
        }
        var waiting = find(id);
        if (waiting.state() == Waiting.State.IN_WORK) {
            throw new Refused("A build works on this just now: wait until it is done, or has failed.");
        }
        ledger.accept(OutboxDecision.drop(waiting, reason).by(who));
        if (!outbox.drop(id, reason)) {
            throw gone();
        }
    }

    private Waiting find(long id) throws IOException, InterruptedException {
        return outbox.list().waiting().stream()
                .filter(waiting -> waiting.id() == id)
                .findFirst()
                .orElseThrow(OutboxPage::gone);
    }

    private static Refused gone() {
        return new Refused("There is no such entry any more: it was done, or dropped, or a build took it up.");
    }

    private static HttpResponse decided(Deed deed) throws InterruptedException {
        if (ACL.isAnonymous2(Jenkins.getAuthentication2())) {
            return HttpResponses.errorWithoutStack(FORBIDDEN, "Sign in: a decision has a name.");
        }
        try {
            deed.run();
            return HttpResponses.redirectToDot();
        } catch (BadInput wrong) {
            return HttpResponses.errorWithoutStack(BAD_REQUEST, String.valueOf(wrong.getMessage()));
        } catch (Refused no) {
            return HttpResponses.errorWithoutStack(CONFLICT, String.join(" ", no.reasons()));
        } catch (IOException away) {
            return HttpResponses.errorWithoutStack(UNAVAILABLE, String.valueOf(away.getMessage()));
        }
    }

    /** Asked once for a page. */
    private OutboxListing listing() throws InterruptedException {
        if (listing == null) {
            try {
                listing = outbox.list();
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
                listing = new OutboxListing(List.of(), List.of());
            }
        }
        return listing;
    }

    private static long number(String id) {
        var text = Util.fixNull(id);
        if (!text.matches("[0-9]{1,18}")) {
            throw new BadInput("An entry is named by its number.");
        }
        return Long.parseLong(text);
    }

    /** What may be interrupted. */
    private interface Deed {
        void run() throws IOException, InterruptedException;
    }
}
