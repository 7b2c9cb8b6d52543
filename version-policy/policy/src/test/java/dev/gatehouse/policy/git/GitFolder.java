package dev.gatehouse.policy.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real repository, made with the git command. */
record GitFolder(Path folder) {

    static GitFolder init(Path folder) throws IOException, InterruptedException {
        var repository = new GitFolder(Files.createDirectories(folder));
        repository.git("init", "-q", "-b", "main", ".");
        return repository;
    }

    /** A commit of a file with that content, at noon UTC of a day. */
    GitFolder commit(String message, String day) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("file.txt"), message);
        run(day, "add", "file.txt");
        run(day, "commit", "-q", "-m", message);
        return this;
    }

    GitFolder tag(String name, String day) throws IOException, InterruptedException {
        run(day, "tag", "-a", "-m", name, name);
        return this;
    }

    String git(String... arguments) throws IOException, InterruptedException {
        return run("2026-01-01", arguments);
    }

    private String run(String day, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_AUTHOR_NAME", "Ann");
        environment.put("GIT_AUTHOR_EMAIL", "ann@example.org");
        environment.put("GIT_COMMITTER_NAME", "Bob");
        environment.put("GIT_COMMITTER_EMAIL", "bob@example.org");
        environment.put("GIT_AUTHOR_DATE", day + "T12:00:00Z");
        environment.put("GIT_COMMITTER_DATE", day + "T12:00:00Z");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("git " + String.join(" ", arguments) + ": " + output);
        }
        return output.strip();
    }
}
