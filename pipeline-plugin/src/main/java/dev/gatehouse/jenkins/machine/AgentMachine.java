package dev.gatehouse.jenkins.machine;

import dev.gatehouse.jenkins.distribution.CarriedDistribution;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The agent of a build, or the container in it that the build's commands go to. */
public final class AgentMachine implements Machine {
    /** By this variable the processes of one call are found again, whoever started them. */
    private static final String COOKIE = "GATEHOUSE_PROCESS";

    private final FilePath workspace;
    private final EnvVars environment;
    private final Launcher launcher;
    private final TaskListener listener;
    private final String jdk;

    /** @param jdk name of a JDK that Jenkins manages; empty for the one that the build has */
    public AgentMachine(FilePath workspace, EnvVars environment, Launcher launcher, TaskListener listener, String jdk) {
        this.workspace = workspace;
        this.environment = environment;
        this.launcher = launcher;
        this.listener = listener;
        this.jdk = jdk;
    }

    @Override
    public String distribution() throws IOException, InterruptedException {
        var carried = CarriedDistribution.ofPlugin();
        var shared = carried.unpackedIn(AgentFolders.tools(workspace));
        if (!isDecorated() || isVisible(shared)) {
            return shared;
        }
        // a container that sees nothing of the agent but the workspace and what lies beside it
        return carried.unpackedIn(temporaryFolder().child("gatehouse"));
    }

    @Override
    public String java() throws IOException, InterruptedException {
        return new AgentJava(workspace, environment, listener).executable(jdk, isDecorated());
    }

    @Override
    public String inWorkspace(String path) {
        return path.isEmpty() ? workspace.getRemote() : workspace.child(path).getRemote();
    }

    @Override
    public String inTemporaryFolder(String path) throws IOException, InterruptedException {
        return temporaryFolder().child(path).getRemote();
    }

    @Override
    @SuppressWarnings("try") // closing writes what is left
    public int run(List<String> command, Map<String, String> more, Map<String, String> secrets)
            throws IOException, InterruptedException {
        var variables = new HashMap<>(environment);
        variables.putAll(more);
        variables.putAll(secrets);
        var cookie = UUID.randomUUID().toString();
        variables.put(COOKIE, cookie);
        try (var log = new MaskedOutput(listener.getLogger(), secrets.values())) {
            var process = launcher.launch()
                    .cmds(command)
                    .pwd(workspace)
                    .envs(variables)
                    .stdout(log)
                    .quiet(true)
                    .start();
            return join(process, cookie);
        }
    }

    /** However this ends, nothing of what was started goes on. */
    private int join(Proc process, String cookie) throws IOException, InterruptedException {
        boolean ended = false;
        try {
            int code = process.join();
            ended = true;
            return code;
        } finally {
            if (!ended) {
                end(process, cookie);
            }
        }
    }

    private void end(Proc process, String cookie) throws IOException, InterruptedException {
        // an interrupt that is still pending would keep the agent from being told
        boolean interrupted = Thread.interrupted();
        try {
            process.kill();
        } finally {
            launcher.kill(Map.of(COOKIE, cookie));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void put(Path file, String path) throws IOException, InterruptedException {
        try (var in = Files.newInputStream(file)) {
            workspace.child(path).copyFrom(in);
        }
    }

    @Override
    public boolean fetch(String path, Path file) throws IOException, InterruptedException {
        var there = workspace.child(path);
        if (!there.exists()) {
            return false;
        }
        there.copyTo(new FilePath(file.toFile()));
        return true;
    }

    @Override
    public void delete(String path) throws IOException, InterruptedException {
        workspace.child(path).deleteRecursive();
    }

    private FilePath temporaryFolder() throws IOException, InterruptedException {
        var folder = WorkspaceList.tempDir(workspace);
        if (folder == null) {
            throw new AbortException("Gatehouse needs a workspace below the root of a file system");
        }
        folder.mkdirs();
        return folder;
    }

    /** Whether commands go somewhere else than to the agent itself. */
    private boolean isDecorated() {
        return !(launcher instanceof Launcher.LocalLauncher || launcher instanceof Launcher.RemoteLauncher);
    }

    private boolean isVisible(String folder) throws IOException, InterruptedException {
        int code = launcher.launch()
                .cmds("ls", folder + "/lib")
                .pwd(workspace)
                .quiet(true)
                .stdout(java.io.OutputStream.nullOutputStream())
                .join();
        return code == 0;
    }

    /** A slash is understood on every system that an agent runs on. */
    static String executable(String home) {
        return home + "/bin/java";
    }
}
