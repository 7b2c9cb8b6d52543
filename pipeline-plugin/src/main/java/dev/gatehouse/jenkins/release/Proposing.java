package dev.gatehouse.jenkins.release;

import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.jenkins.page.BuildScans;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.train.Ruling;
import dev.gatehouse.policy.version.ClientVersion;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Cause;
import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Makes a candidate of what the build has, checks it, and proposes it; or finds what the build proposed before. */
final class Proposing {
    private final StepContext context;
    private final ReleaseGateStep step;

    Proposing(StepContext context, ReleaseGateStep step) {
        this.context = context;
        this.step = step;
    }

    /** @throws Refused when calendar, verdict or Jira say no already; nothing is proposed then */
    GateRecord gate() throws IOException, InterruptedException {
        var run = Objects.requireNonNull(context.get(Run.class));
        var track = new Track(step.getApp(), step.getPlatform(), step.getChannel());
        var version = ClientVersion.parse(step.getVersion());
        var known = BuildGates.find(run, GateRecord.idOf(track, version));
        var workspace = context.get(FilePath.class);
        if (known.isPresent() && known.get().isWaiting()) {
            known.get().waitUntil(ends());
            run.save();
            return known.get();
        }
        if (known.isPresent() && workspace == null) {
            // rejected or aborted before anybody waited: that is the answer
            return known.get();
        }
        if (workspace == null) {
            throw new AbortException(
                    "releaseGate: this build has not proposed %s of %s yet; do so in a node, by releaseGate with waiting: false"
                            .formatted(version, track));
        }
        return propose(run, workspace, track, version);
    }

    private GateRecord propose(Run<?, ?> run, FilePath workspace, Track track, ClientVersion version)
            throws IOException, InterruptedException {
        var floor = GatehouseConfiguration.get().getPolicyFloor();
        var facts = workspace.act(new Gather(new CandidateReading(
                step.getPolicy(), step.getCommit(), step.getProduct(), step.getVersion(), step.getArtifacts(), floor)));
        var rules = GateRules.read(step.getPolicy(), facts.policy(), floor);
        var report = BuildScans.report(run, step.getScan(), "releaseGate");
        var starter = starter(run);
        var server = GatehouseConfiguration.get().server();
        var candidate = new Candidate(
                track,
                version,
                facts.artifacts(),
                facts.commit(),
                server.isSet() ? withStarter(facts.authors(), run) : facts.authors(),
                ScanResult.read(report));
        if (!server.isSet()) {
            refuseBroken(ControllerLedger.get().desk(), rules, candidate);
        }
        if (GateRules.asksJira(GateRules.file(step.getPolicy(), facts.policy()))) {
            StepJira.open(context, step.getJdk())
                    .check(new JiraQuestion(step.getPolicy(), step.getProduct(), step.getCommit(), step.getVersion()));
        }
        var gate = new GateRecord(
                track,
                version,
                candidate.digest(),
                starter,
                step.getPolicy(),
                facts.policy(),
                step.getHotfix(),
                ends().toEpochMilli(),
                server.address());
        if (server.isSet()) {
            var desk = server.desk(CredentialLookup.ofJenkins());
            desk.handIn(Files.readAllBytes(report));
            desk.decide(new Command.Propose(candidate), false);
        } else {
            ControllerLedger.get().desk().decide(rules, new Command.Propose(candidate), starter);
        }
        BuildGates.record(run, gate);
        return gate;
    }

    private Instant ends() {
        return Instant.now().plus(Duration.ofMinutes(step.getTimeLimit()));
    }

    /** The server knows its token's owner only: that whoever started the build approves nothing is said as an author. */
    private static List<String> withStarter(List<String> authors, Run<?, ?> run) {
        var cause = run.getCause(Cause.UserIdCause.class);
        var id = cause == null ? null : cause.getUserId();
        if (id == null || authors.contains(id)) {
            return authors;
        }
        var all = new ArrayList<>(authors);
        all.add(id);
        return all;
    }

    private void refuseBroken(GateDesk desk, ReleaseRules rules, Candidate candidate) {
        var broken = desk.facts(rules, candidate, step.getHotfix()).stream()
                .filter(ruling -> !ruling.kept())
                .map(Ruling::reason)
                .toList();
        if (!broken.isEmpty()) {
            throw new Refused(broken);
        }
    }

    /** Who started the build; {@code jenkins} where nobody did. */
    static String starter(Run<?, ?> run) {
        var cause = run.getCause(Cause.UserIdCause.class);
        var id = cause == null ? null : cause.getUserId();
        return id == null ? "jenkins" : id;
    }
}
