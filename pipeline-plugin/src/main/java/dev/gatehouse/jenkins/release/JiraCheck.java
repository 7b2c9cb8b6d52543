package dev.gatehouse.jenkins.release;

import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.jenkins.machine.AgentMachine;
import dev.gatehouse.jenkins.machine.GatehouseCommand;
import dev.gatehouse.policy.support.Refused;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Asks Jira by the command on the agent whether the version's issues are in order; changes nothing there. */
final class JiraCheck {
    private static final int FAILED = 1;

    private final StepContext context;
    private final ReleaseGateStep step;

    JiraCheck(StepContext context, ReleaseGateStep step) {
        this.context = context;
        this.step = step;
    }

    /** @throws Refused when a rule is broken; the log has each */
    void refuseBroken(Run<?, ?> run) throws IOException, InterruptedException {
        var jira = GatehouseConfiguration.get().jira();
        if (!jira.isSet()) {
            throw new AbortException(
                    "releaseGate: the policy asks Jira, for which Jenkins has no credentials; see Manage Jenkins » System » Gatehouse");
        }
        var machine = new AgentMachine(
                Objects.requireNonNull(context.get(FilePath.class)),
                Objects.requireNonNull(context.get(EnvVars.class)),
                Objects.requireNonNull(context.get(Launcher.class)),
                Objects.requireNonNull(context.get(TaskListener.class)),
                step.getJdk());
        var line = new ArrayList<>(new GatehouseCommand(machine.java(), machine.distribution()).start(""));
        line.add("release");
        line.add("jira");
        line.add("--check");
        line.add("--policy=" + machine.inWorkspace(step.getPolicy()));
        line.add("--repository=" + machine.inWorkspace(""));
        line.add("--commit=" + step.getCommit());
        if (!step.getProduct().isEmpty()) {
            line.add("--product=" + step.getProduct());
        }
        line.add("--");
        line.add(step.getVersion());
        int code = machine.run(line, jira.open(), jira.secrets(run));
        if (code == FAILED) {
            throw new Refused("Jira's rules for the release are not kept; the log says which");
        }
        if (code != 0) {
            throw new AbortException(
                    "releaseGate: Jira could not be asked (exit code %d); the log says why".formatted(code));
        }
    }
}
