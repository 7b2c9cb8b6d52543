package dev.gatehouse.jenkins.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * What became of an update of the vulnerability database; kept in a file, so that a restart of Jenkins begins none before its
 * time.
 *
 * @param begun UTC
 * @param text the last of what the command said
 */
public record UpdateStatus(Instant begun, boolean worked, String text) {
    private static final int MOST_TEXT = 2000;
    private static final JsonMapper MAPPER = new JsonMapper();

    /** In the controller's home. */
    public static Path file() {
        return Jenkins.get().getRootDir().toPath().resolve("gatehouse").resolve("vulndb-update.json");
    }

    /** Of what the command said the end, which has what went wrong. */
    public static UpdateStatus of(Instant begun, boolean worked, String said) {
        var text = said.strip();
        return new UpdateStatus(
                begun, worked, text.length() > MOST_TEXT ? text.substring(text.length() - MOST_TEXT) : text);
    }

    /** The last one; empty when there was none, or its file is none of ours. */
    public static Optional<UpdateStatus> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var json = MAPPER.readTree(file.toFile());
            return Optional.of(new UpdateStatus(
                    Instant.parse(json.required("begun").asText()),
                    json.required("worked").asBoolean(),
                    json.required("text").asText()));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new UpdateStatus(Instant.EPOCH, false, file + " cannot be read: " + e.getMessage()));
        }
    }

    public void write(Path file) throws IOException {
        var json = MAPPER.createObjectNode()
                .put("begun", begun.toString())
                .put("worked", worked)
                .put("text", text);
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        AtomicFile.write(file, out -> MAPPER.writeValue(out, json));
    }

    /** For people. */
    public String sentence() {
        return "The update that began %s %s: %s".formatted(begun, worked ? "worked" : "failed", text);
    }
}
