package dev.gatehouse.jenkins.link;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.jenkins.config.TrackerAccess;
import dev.gatehouse.jenkins.machine.AbortableExecution;
import dev.gatehouse.jenkins.machine.AgentMachine;
import dev.gatehouse.jenkins.page.BuildScans;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/** Runs the command on the agent, once for each tracker. */
final class LinkFindingsExecution extends AbortableExecution<Void> {
    private static final long serialVersionUID = 1L;

    private final LinkFindingsStep step;

    LinkFindingsExecution(StepContext context, LinkFindingsStep step) {
        super(context);
        this.step = step;
    }

    @Override
    protected @Nullable Void work() throws IOException, InterruptedException {
        var context = getContext();
        var run = Objects.requireNonNull(context.get(Run.class));
        var machine = new AgentMachine(
                Objects.requireNonNull(context.get(FilePath.class)),
                Objects.requireNonNull(context.get(EnvVars.class)),
                Objects.requireNonNull(context.get(Launcher.class)),
                Objects.requireNonNull(context.get(TaskListener.class)),
                step.getJdk());
        var report = BuildScans.report(run, step.getScan(), "linkFindings");
        var credentials = CredentialLookup.of(run);
        var outbox = GatehouseConfiguration.get().outbox();
        for (var tracker : trackers()) {
            new LinkTask(machine, outbox.open(), outbox.secrets(credentials))
                    .run(tracker, tracker.secrets(credentials), report, step.getDirectory(), step.getWait());
        }
        return null;
    }

    private List<TrackerAccess> trackers() throws AbortException {
        var configuration = GatehouseConfiguration.get();
        try {
            return chosen(step.getTo(), List.of(configuration.jira(), configuration.github()));
        } catch (BadInput e) {
            throw new AbortException("linkFindings: " + e.getMessage());
        }
    }

    static List<TrackerAccess> chosen(String to, List<TrackerAccess> all) {
        var names = Arrays.stream(to.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        for (var name : names) {
            var known = all.stream()
                    .filter(tracker -> tracker.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new BadInput("to: there is no tracker '%s'; give jira, github or both".formatted(name)));
            if (!known.isSet()) {
                throw new BadInput("to: Jenkins has no credentials for %s; see Manage Jenkins » System » Gatehouse"
                        .formatted(name));
            }
        }
        var chosen = all.stream()
                .filter(TrackerAccess::isSet)
                .filter(tracker -> names.isEmpty() || names.contains(tracker.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw new BadInput(
                    "Jenkins has credentials for neither Jira nor GitHub; see Manage Jenkins » System » Gatehouse");
        }
        return chosen;
    }
}
