package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.jenkins.machine.AbortableExecution;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/** Decides by the ledger and returns the number of the entry. */
final class PublishClientVersionExecution extends AbortableExecution<Long> {
    private static final long serialVersionUID = 1L;

    private final PublishClientVersionStep step;

    PublishClientVersionExecution(StepContext context, PublishClientVersionStep step) {
        super(context);
        this.step = step;
    }

    @Override
    protected Long work() throws IOException, InterruptedException {
        try {
            var run = Objects.requireNonNull(getContext().get(Run.class));
            var track = new Track(step.getApp(), step.getPlatform(), step.getChannel());
            var version = ClientVersion.parse(step.getVersion());
            var policy = policy(run, track, version);
            var rules = GateRules.read(
                    policy.name(), policy.text(), GatehouseConfiguration.get().getPolicyFloor());
            var desk = ControllerLedger.get().desk();
            var jira = asksJira(policy) ? StepJira.open(getContext(), step.getJdk()) : null;
            var commit = desk.commit(track, version).orElse("HEAD");
            var question = new JiraQuestion(policy.name(), step.getProduct(), commit, step.getVersion());
            if (jira != null) {
                jira.check(question);
            }
            var command = new Command.Publish(track, version, files(), live(), step.getHotfix(), "");
            var entry = desk.decide(rules, command, Proposing.starter(run));
            tell("%s is published on %s: entry %d".formatted(version, track, entry.sequence()));
            // it is out: whatever Jira says now takes nothing back
            if (jira != null && !jira.tellReleased(question)) {
                tell("Jira was not told that %s is released; the log above says why".formatted(version));
            }
            return entry.sequence();
        } catch (Refused no) {
            throw new AbortException("publishClientVersion: refused: " + String.join("; ", no.reasons()));
        } catch (BadInput wrong) {
            throw new AbortException("publishClientVersion: " + wrong.getMessage());
        }
    }

    /** What the gate of this build went by, else what is in the workspace. */
    private PolicyText policy(Run<?, ?> run, Track track, ClientVersion version)
            throws IOException, InterruptedException {
        var gate = BuildGates.find(run, GateRecord.idOf(track, version));
        return gate.isPresent()
                ? new PolicyText(gate.get().policyName(), gate.get().policy())
                : new PolicyText(step.getPolicy(), workspace("the policy file").act(new ReadText(step.getPolicy())));
    }

    private static boolean asksJira(PolicyText policy) {
        return GateRules.asksJira(GateRules.file(policy.name(), policy.text()));
    }

    private void tell(String sentence) throws IOException, InterruptedException {
        Objects.requireNonNull(getContext().get(TaskListener.class)).getLogger().println("[Gatehouse] " + sentence);
    }

    private record PolicyText(String name, String text) {}

    private List<Artifact> files() throws IOException, InterruptedException {
        return step.getArtifacts().isEmpty()
                ? List.of()
                : workspace("artifacts")
                        .act(new DigestFiles(step.getArtifacts()))
                        .artifacts();
    }

    private FilePath workspace(String what) throws IOException, InterruptedException {
        var workspace = getContext().get(FilePath.class);
        if (workspace == null) {
            throw new AbortException("publishClientVersion: %s is read in a node".formatted(what));
        }
        return workspace;
    }

    private @Nullable Instant live() {
        try {
            return step.getStoreLiveAt().isEmpty() ? null : Instant.parse(step.getStoreLiveAt());
        } catch (DateTimeParseException e) {
            throw new BadInput(
                    "storeLiveAt: '%s' is no time; give one like 2026-05-04T09:00:00Z".formatted(step.getStoreLiveAt()),
                    e);
        }
    }
}
