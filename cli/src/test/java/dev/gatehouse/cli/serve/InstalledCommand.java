package dev.gatehouse.cli.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The command of the installation that this build made, run in a folder.
 *
 * @param environment besides what this process has
 */
record InstalledCommand(Path folder, Map<String, String> environment) {
    static final int SECONDS = 90;

    private static final Path COMMAND = Path.of(System.getProperty("gatehouse.home"), "bin", "gatehouse")
            .toAbsolutePath()
            .normalize();

    /** What it said, and its exit code. */
    record Ended(int exit, String said) {}

    /** Runs it to its end; both of its outputs together. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        var out = folder.resolve("out.txt");
        var process = builder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("not done: " + Files.readString(out));
        }
        return new Ended(process.exitValue(), Files.readString(out));
    }

    /** Starts it and lets it run; what it says on standard error goes to {@code serve.err}. */
    Process start(String... arguments) throws IOException {
        return builder(arguments)
                .redirectError(folder.resolve("serve.err").toFile())
                .start();
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .put(
                        "GATEHOUSE_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("GATEHOUSE_ACTOR", "ada");
        builder.environment().keySet().removeAll(List.of("GATEHOUSE_LEDGER", "GATEHOUSE_KEYSTORE_PASSPHRASE"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** The first line of its standard output that has {@code wanted}. */
    static String line(Process process, String wanted) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(wanted)) {
                return line;
            }
        }
        throw new AssertionError("it ended without saying: " + wanted);
    }
}
