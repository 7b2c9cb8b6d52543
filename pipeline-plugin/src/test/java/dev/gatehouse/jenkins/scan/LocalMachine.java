package dev.gatehouse.jenkins.scan;

import dev.gatehouse.jenkins.distribution.DistributionFolder;
import dev.gatehouse.jenkins.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** This machine, with the distribution out of the plugin that was built. */
public final class LocalMachine implements Machine {
    private final Path workspace;
    private final Path temporary;
    private final Path tools;
    private final Path log;

    volatile long pid;

    public LocalMachine(Path workspace, Path temporary, Path tools) {
        this.workspace = workspace;
        this.temporary = temporary;
        this.tools = tools;
        log = temporary.resolve("log.txt");
    }

    public Path log() {
        return log;
    }

    @Override
    public String distribution() throws IOException {
        try (var hpi = new ZipFile(System.getProperty("gatehouse.hpi"))) {
            var digest = hpi.getInputStream(hpi.getEntry("WEB-INF/distribution/gatehouse.zip.sha256"));
            var zip = hpi.getInputStream(hpi.getEntry("WEB-INF/distribution/gatehouse.zip"));
            return new DistributionFolder(tools)
                    .unpack(new String(digest.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).strip(), zip)
                    .toString();
        }
    }

    @Override
    public String java() {
        return System.getProperty("java.home") + "/bin/java";
    }

    @Override
    public String inWorkspace(String path) {
        return workspace.resolve(path).toString();
    }

    @Override
    public String inTemporaryFolder(String path) {
        return temporary.resolve(path).toString();
    }

    @Override
    public int run(List<String> command, Map<String, String> environment, Map<String, String> secrets)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(workspace.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(secrets);
        var process = builder.start();
        pid = process.pid();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    @Override
    public void put(Path file, String path) throws IOException {
        var there = Path.of(path);
        Files.createDirectories(there.getParent());
        Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean fetch(String path, Path file) throws IOException {
        if (!Files.exists(Path.of(path))) {
            return false;
        }
        Files.copy(Path.of(path), file, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    @Override
    public void delete(String path) throws IOException {
        if (!Files.exists(Path.of(path))) {
            return;
        }
        try (var files = Files.walk(Path.of(path))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
