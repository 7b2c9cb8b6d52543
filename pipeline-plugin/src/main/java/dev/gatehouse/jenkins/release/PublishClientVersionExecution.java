package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseRules;
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
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.jspecify.annotations.Nullable;

/** Decides by the ledger and returns the number of the entry. */
final class PublishClientVersionExecution extends SynchronousNonBlockingStepExecution<Long> {
    private static final long serialVersionUID = 1L;

    private final PublishClientVersionStep step;

    PublishClientVersionExecution(StepContext context, PublishClientVersionStep step) {
        super(context);
        this.step = step;
    }

    @Override
    protected Long run() throws IOException, InterruptedException {
        try {
            var run = Objects.requireNonNull(getContext().get(Run.class));
            var track = new Track(step.getApp(), step.getPlatform(), step.getChannel());
            var version = ClientVersion.parse(step.getVersion());
            var command = new Command.Publish(track, version, files(), live(), step.getHotfix(), "");
            var entry =
                    ControllerLedger.get().desk().decide(rules(run, track, version), command, Proposing.starter(run));
            Objects.requireNonNull(getContext().get(TaskListener.class))
                    .getLogger()
                    .printf("[Gatehouse] %s is published on %s: entry %d%n", version, track, entry.sequence());
            return entry.sequence();
        } catch (Refused no) {
            throw new AbortException("publishClientVersion: refused: " + String.join("; ", no.reasons()));
        } catch (BadInput wrong) {
            throw new AbortException("publishClientVersion: " + wrong.getMessage());
        }
    }

    /** Those that the gate of this build went by, else those of the workspace. */
    private ReleaseRules rules(Run<?, ?> run, Track track, ClientVersion version)
            throws IOException, InterruptedException {
        var gate = BuildGates.find(run, GateRecord.idOf(track, version));
        if (gate.isPresent()) {
            return ControllerLedger.get().rules(gate.get());
        }
        var text = workspace("the policy file").act(new ReadText(step.getPolicy()));
        return GateRules.read(
                step.getPolicy(), text, GatehouseConfiguration.get().getPolicyFloor());
    }

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
