package dev.gatehouse.jenkins.machine;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import java.io.IOException;
import jenkins.model.Jenkins;
import jenkins.security.MasterToSlaveCallable;

/** Finds the Java that runs the command on an agent. */
final class AgentJava {
    private final FilePath workspace;
    private final EnvVars environment;
    private final TaskListener listener;

    AgentJava(FilePath workspace, EnvVars environment, TaskListener listener) {
        this.workspace = workspace;
        this.environment = environment;
        this.listener = listener;
    }

    /**
     * The named JDK; else {@code JAVA_HOME} of the build; else in a container the one on its path, and on an agent the
     * one that runs the agent itself.
     */
    String executable(String jdk, boolean inContainer) throws IOException, InterruptedException {
        if (!jdk.isEmpty()) {
            return AgentMachine.executable(home(jdk));
        }
        var home = environment.get("JAVA_HOME", "");
        if (!home.isEmpty()) {
            return AgentMachine.executable(home);
        }
        return inContainer ? "java" : AgentMachine.executable(workspace.act(new OwnHome()));
    }

    private String home(String name) throws IOException, InterruptedException {
        var jdk = Jenkins.get().getJDK(name);
        if (jdk == null) {
            throw new AbortException("jdk: Jenkins has no JDK '%s'; see Manage Jenkins » Tools".formatted(name));
        }
        var computer = workspace.toComputer();
        var node = computer == null ? null : computer.getNode();
        var there = node == null ? jdk : jdk.forNode(node, listener);
        var home = there.forEnvironment(environment).getHome();
        if (home == null || home.isEmpty()) {
            throw new AbortException("jdk: '%s' is not installed on this agent".formatted(name));
        }
        return home;
    }

    /** Where the Java is that runs an agent. */
    private static final class OwnHome extends MasterToSlaveCallable<String, RuntimeException> {
        private static final long serialVersionUID = 1L;

        @Override
        public String call() {
            return System.getProperty("java.home");
        }
    }
}
