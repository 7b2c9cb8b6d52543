package dev.gatehouse.policy.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.json.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is to be released, by its name and SHA-256 (lower-case hexadecimal). */
public record Artifact(String name, String sha256) {

    public static Artifact of(Path file) {
        var name = file.getFileName();
        if (name == null || !Files.isRegularFile(file)) {
            throw new BadInput("%s: is no file; name the artifact that is to be released".formatted(file));
        }
        try {
            return new Artifact(name.toString(), Sha256.of(file));
        } catch (IOException e) {
            throw new BadInput("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }
}
