package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.policy.remote.ServerAway;
import dev.gatehouse.policy.support.Refused;
import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;

/**
 * Proposes in a thread of its own, then looks at the ledger from time to time. What it has to know after a restart is a
 * few texts and which gate it waits at; the gate itself is stored with the build, what people said in the ledger.
 */
final class ReleaseGateExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final long SECONDS_BETWEEN_LOOKS = 2;
    /** A server is asked over the network, for a week perhaps. */
    private static final long SECONDS_BETWEEN_QUESTIONS = 15;

    private final ReleaseGateStep step;
    /** Id of the gate once it is there; empty before. */
    private volatile String gate = "";

    private transient volatile boolean over;
    private transient volatile @Nullable Pace pace;
    /** What was told of rules that cannot be read. */
    private transient volatile @Nullable String problem;

    private transient volatile @Nullable String away;

    ReleaseGateExecution(StepContext context, ReleaseGateStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        Computer.threadPoolForRemoting.execute(this::propose);
        return false;
    }

    /** A restart before the proposal was recorded proposes anew, which takes nothing back and approves nothing. */
    @Override
    public void onResume() {
        Computer.threadPoolForRemoting.execute(gate.isEmpty() ? this::propose : this::look);
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        over = true;
        var waiting = waiting();
        if (waiting != null && waiting.end(GateRecord.Outcome.ABORTED, "the build was aborted", List.of())) {
            run().save();
        }
        getContext().onFailure(cause);
    }

    @Override
    public String getStatus() {
        return gate.isEmpty() ? "proposing " + step.getVersion() : "waiting for approvals of " + step.getVersion();
    }

    private void propose() {
        guarded(() -> {
            var record = new Proposing(getContext(), step).gate();
            gate = record.getId();
            var unused = getContext().saveState();
            if (step.isWaiting()) {
                tell("waiting for approvals of %s until %s: %s"
                        .formatted(record.getVersion(), record.getEnds(), page(record)));
                look();
            } else {
                finish(record);
            }
        });
    }

    private void look() {
        guarded(() -> {
            var record = waiting();
            if (record == null) {
                throw new AbortException("releaseGate: the build no longer knows what it waits for");
            }
            if (judged(record)) {
                run().save();
            }
            if (record.isWaiting()) {
                var unused = Timer.get()
                        .schedule(
                                () -> Computer.threadPoolForRemoting.execute(this::look),
                                record.isOnServer() ? SECONDS_BETWEEN_QUESTIONS : SECONDS_BETWEEN_LOOKS,
                                TimeUnit.SECONDS);
            } else {
                finish(record);
            }
        });
    }

    /** Whether the gate has ended now, by whoever decides it. */
    private boolean judged(GateRecord record) throws IOException, InterruptedException {
        if (!record.isOnServer()) {
            var ledger = ControllerLedger.get();
            return pace().isDue(ledger.stamp(), record.endsAt(), Instant.now()) && judge(ledger, record);
        }
        var server = new ServerGate(
                GatehouseConfiguration.get().serverAt(record.getServer()).desk(CredentialLookup.ofJenkins()),
                System::currentTimeMillis);
        try {
            var changed = server.judge(record, server.candidate(record));
            away = "";
            return changed;
        } catch (ServerAway gone) {
            // said once: a server that is updated comes back, and what people decided there is not lost
            var why = String.valueOf(gone.getMessage());
            if (!why.equals(away)) {
                away = why;
                tell("the server is away, waiting goes on: " + why);
            }
            return server.timedOut(record, "the server was away: " + why);
        }
    }

    /** A policy that cannot be read now can be mended: that is told, and does not end the waiting. */
    private boolean judge(ControllerLedger ledger, GateRecord record) throws IOException, InterruptedException {
        var judging = new Judging(ledger.desk(), System::currentTimeMillis);
        try {
            boolean ended = judging.judge(ledger.rules(record), record);
            problem = "";
            return ended;
        } catch (BadInput wrong) {
            var says = "the rules cannot be read: " + wrong.getMessage();
            if (!says.equals(problem)) {
                problem = says;
                tell("waiting for " + record.getVersion() + ", but " + says);
            }
            return judging.overdue(record, says);
        }
    }

    private Pace pace() {
        var known = pace;
        if (known == null) {
            known = new Pace();
            pace = known;
        }
        return known;
    }

    private void finish(GateRecord record) throws IOException, InterruptedException {
        over = true;
        tell("%s of %s: %s%s"
                .formatted(
                        record.getVersion(),
                        record.getTrack(),
                        record.getOutcome(),
                        record.getReason().isEmpty() ? "" : ": " + record.getReason()));
        if (record.isApproved() || record.isWaiting() || !step.isFailing()) {
            getContext().onSuccess(new GateDecision(record));
        } else {
            getContext()
                    .onFailure(new AbortException(
                            "releaseGate: %s: %s".formatted(record.getOutcome(), record.getReason())));
        }
    }

    /** Where people decide. */
    private String page(GateRecord record) throws IOException, InterruptedException {
        return record.isOnServer()
                ? record.getServerPage()
                : "%sgatehouse-release/%s/".formatted(run().getUrl(), record.getId());
    }

    /** Whatever goes wrong ends the step: a gate that nobody looks at would wait for ever. */
    private void guarded(Work work) {
        if (over) {
            return;
        }
        try {
            work.run();
        } catch (Refused no) {
            fail(new AbortException("releaseGate: refused: " + String.join("; ", no.reasons())));
        } catch (BadInput | ServerAway wrong) {
            fail(new AbortException("releaseGate: " + wrong.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            fail(stopped);
        } catch (IOException | RuntimeException broken) {
            fail(broken);
        }
    }

    private void fail(Throwable why) {
        if (!over) {
            over = true;
            getContext().onFailure(why);
        }
    }

    private @Nullable GateRecord waiting() throws IOException, InterruptedException {
        return gate.isEmpty() ? null : BuildGates.find(run(), gate).orElse(null);
    }

    private Run<?, ?> run() throws IOException, InterruptedException {
        return Objects.requireNonNull(getContext().get(Run.class));
    }

    private void tell(String sentence) throws IOException, InterruptedException {
        Objects.requireNonNull(getContext().get(TaskListener.class)).getLogger().println("[Gatehouse] " + sentence);
    }

    /** What may be interrupted. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
