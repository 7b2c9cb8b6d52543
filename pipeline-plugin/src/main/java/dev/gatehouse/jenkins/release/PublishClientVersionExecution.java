package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.jenkins.config.ServerAccess;
import dev.gatehouse.jenkins.machine.AbortableExecution;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.remote.ServerAway;
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
            var command = new Command.Publish(track, version, files(), live(), step.getHotfix(), "");
            var server = GatehouseConfiguration.get().server();
            return server.isSet() ? onServer(server, run, command) : here(run, command);
        } catch (Refused no) {
            throw new AbortException("publishClientVersion: refused: " + String.join("; ", no.reasons()));
        } catch (BadInput | ServerAway wrong) {
            throw new AbortException("publishClientVersion: " + wrong.getMessage());
        }
    }

    /** By the controller's ledger; what apps are told of the track from now on goes by the same policy. */
    private long here(Run<?, ?> run, Command.Publish command) throws IOException, InterruptedException {
        var policy = policy(run, command);
        var rules = GateRules.read(
                policy.name(), policy.text(), GatehouseConfiguration.get().getPolicyFloor());
        var desk = ControllerLedger.get().desk();
        var commit = desk.commit(command.track(), command.version()).orElse("HEAD");
        return published(command, policy, commit, () -> {
            var entry = desk.decide(rules, command, Proposing.starter(run));
            ControllerLedger.policies().put(command.track(), policy.text());
            return entry.sequence();
        });
    }

    /** By the server, which has its own policy; the repository's says whether Jira has a word. */
    private long onServer(ServerAccess server, Run<?, ?> run, Command.Publish command)
            throws IOException, InterruptedException {
        var desk = server.desk(CredentialLookup.ofJenkins());
        var policy = BuildGates.find(run, GateRecord.idOf(command.track(), command.version()))
                .map(gate -> new PolicyText(gate.policyName(), gate.policy()))
                .orElse(new PolicyText(step.getPolicy(), ""));
        var commit = desk.candidate(command.track(), command.version())
                .path("commit")
                .asText("HEAD");
        return published(
                command,
                policy,
                commit,
                () -> desk.decide(command, false).path("sequence").asLong());
    }

    /** Jira is asked before, and told after: whatever it says then takes nothing back. */
    private long published(Command.Publish command, PolicyText policy, String commit, Publishing publishing)
            throws IOException, InterruptedException {
        var jira = asksJira(policy) ? StepJira.open(getContext(), step.getJdk()) : null;
        var question = new JiraQuestion(policy.name(), step.getProduct(), commit, step.getVersion());
        if (jira != null) {
            jira.check(question);
        }
        long entry = publishing.run();
        tell("%s is published on %s: entry %d".formatted(command.version(), command.track(), entry));
        if (jira != null && !jira.tellReleased(question)) {
            tell("Jira was not told that %s is released; the log above says why".formatted(command.version()));
        }
        return entry;
    }

    /** What the gate of this build went by, else what is in the workspace. */
    private PolicyText policy(Run<?, ?> run, Command.Publish command) throws IOException, InterruptedException {
        var gate = BuildGates.find(run, GateRecord.idOf(command.track(), command.version()));
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

    /** Records that the version is out, and says under which number. */
    private interface Publishing {
        long run() throws IOException;
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
