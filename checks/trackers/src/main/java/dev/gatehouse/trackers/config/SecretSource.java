package dev.gatehouse.trackers.config;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.trackers.http.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a secret is: never in the policy file itself, which everybody reads, and never on a command line, which every
 * process sees.
 */
public sealed interface SecretSource {
    /** In bytes; a private key has about 3,000. */
    int MOST_BYTES = 64 << 10;

    Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    /** Reads the secret; throws {@link BadInput} when it is not there. */
    Secret read(Map<String, String> environment);

    /** {@code env: NAME}. */
    record Variable(String name) implements SecretSource {
        @Override
        public Secret read(Map<String, String> environment) {
            var value = environment.get(name);
            if (value == null || value.isBlank()) {
                throw new BadInput("the environment variable %s, which must hold a secret, is not set".formatted(name));
            }
            return new Secret(value.strip(), "the environment variable " + name);
        }
    }

    /** {@code file: PATH}; a relative path starts at the policy file's directory. */
    record InFile(Path path) implements SecretSource {
        @Override
        public Secret read(Map<String, String> environment) {
            try {
                if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                    throw new BadInput(
                            "%s, which must hold a secret, is no file or larger than 64 KiB".formatted(path));
                }
                var value = Files.readString(path).strip();
                if (value.isEmpty()) {
                    throw new BadInput("%s, which must hold a secret, is empty".formatted(path));
                }
                return new Secret(value, "the file " + path);
            } catch (IOException e) {
                throw new BadInput(
                        "%s, which must hold a secret, cannot be read (%s)"
                                .formatted(path, e.getClass().getSimpleName()),
                        e);
            }
        }
    }

    /**
     * Reads {@code {env: NAME}} or {@code {file: PATH}}.
     *
     * @param directory that relative paths start at
     */
    static SecretSource of(YamlValue value, Path directory) {
        if (!value.isMap()) {
            throw value.wrong(
                    "a secret must not stand here: write {env: NAME} or {file: PATH}, and put it into the environment or that file");
        }
        var map = value.map().only("env", "file");
        if (map.keys().size() != 1) {
            throw map.wrong("write {env: NAME} or {file: PATH}");
        }
        if (map.get("file").isPresent()) {
            return new InFile(directory.resolve(map.require("file").text()));
        }
        var name = map.require("env");
        if (!VARIABLE.matcher(name.text()).matches()) {
            throw name.wrong("that is no name of an environment variable");
        }
        return new Variable(name.text());
    }
}
