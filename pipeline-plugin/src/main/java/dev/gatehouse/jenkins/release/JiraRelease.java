package dev.gatehouse.jenkins.release;

import dev.gatehouse.jenkins.machine.GatehouseCommand;
import dev.gatehouse.jenkins.machine.Machine;
import dev.gatehouse.policy.support.Refused;
import hudson.AbortException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Jira's side of a release, by the command on the agent. */
final class JiraRelease {
    private static final int PASSED = 0;
    private static final int FAILED = 1;

    private final Machine machine;
    private final Map<String, String> environment;
    private final Map<String, String> secrets;

    /**
     * @param environment says where Jira and the outbox are
     * @param secrets the token, and the outbox's password
     */
    JiraRelease(Machine machine, Map<String, String> environment, Map<String, String> secrets) {
        this.machine = machine;
        this.environment = Map.copyOf(environment);
        this.secrets = Map.copyOf(secrets);
    }

    /**
     * Asks whether the version's issues are in order; changes nothing in Jira.
     *
     * @throws Refused when a rule is broken; the log has each
     */
    void check(JiraQuestion question) throws IOException, InterruptedException {
        int code = run("--check", question);
        if (code == FAILED) {
            throw new Refused("Jira's rules for the release are not kept; the log says which");
        }
        if (code != PASSED) {
            throw new AbortException(
                    "Gatehouse: Jira could not be asked (exit code %d); the log says why".formatted(code));
        }
    }

    /** Tells Jira that the version is out; false when not even its outbox took it. What Jira does not take now waits there. */
    boolean tellReleased(JiraQuestion question) throws IOException, InterruptedException {
        return List.of(PASSED, FAILED).contains(run("--released", question));
    }

    private int run(String mode, JiraQuestion question) throws IOException, InterruptedException {
        var line = new ArrayList<>(new GatehouseCommand(machine.java(), machine.distribution()).start(""));
        line.add("release");
        line.add("jira");
        line.add(mode);
        line.add("--policy=" + machine.inWorkspace(question.policy()));
        line.add("--commit=" + question.commit());
        if (!question.product().isEmpty()) {
            line.add("--product=" + question.product());
        }
        line.add("--");
        line.add(question.version());
        line.add(machine.inWorkspace(""));
        return machine.run(line, environment, secrets);
    }
}
