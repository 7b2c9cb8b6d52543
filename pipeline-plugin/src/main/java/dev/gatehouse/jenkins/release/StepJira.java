package dev.gatehouse.jenkins.release;

import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.jenkins.machine.AgentMachine;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.HashMap;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Opens Jira's side of a release for a step, where the policy gives Jira a say. */
final class StepJira {
    private StepJira() {}

    /** @param jdk that Jenkins manages; empty for the build's */
    static JiraRelease open(StepContext context, String jdk) throws IOException, InterruptedException {
        var jira = GatehouseConfiguration.get().jira();
        if (!jira.isSet()) {
            throw new AbortException("Gatehouse: the policy asks Jira, for which Jenkins has no credentials;"
                    + " see Manage Jenkins » System » Gatehouse");
        }
        var workspace = context.get(FilePath.class);
        if (workspace == null) {
            throw new AbortException("Gatehouse: the policy asks Jira, which is done in a node");
        }
        var machine = new AgentMachine(
                workspace,
                Objects.requireNonNull(context.get(EnvVars.class)),
                Objects.requireNonNull(context.get(Launcher.class)),
                Objects.requireNonNull(context.get(TaskListener.class)),
                jdk);
        var credentials = CredentialLookup.of(Objects.requireNonNull(context.get(Run.class)));
        var outbox = GatehouseConfiguration.get().outbox();
        var environment = new HashMap<>(outbox.open());
        environment.putAll(jira.open());
        var secrets = new HashMap<>(outbox.secrets(credentials));
        secrets.putAll(jira.secrets(credentials));
        return new JiraRelease(machine, environment, secrets);
    }
}
