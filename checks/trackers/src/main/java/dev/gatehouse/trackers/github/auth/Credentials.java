package dev.gatehouse.trackers.github.auth;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.trackers.http.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who we are to GitHub. Read from the environment, at the moment of use, so that no secret is ever stored. */
public sealed interface Credentials {

    /** Whether GitHub lets these create check runs: Apps only, and what acts for one. */
    boolean mayCreateChecks();

    /** What kind it is, for people; holds no secret. */
    String display();

    /** A token that somebody else made: of a person, or an App's installation as in GitHub Actions. */
    record Token(Secret secret) implements Credentials {
        /** Tokens of an App's installation start so, {@code GITHUB_TOKEN} of Actions among them. */
        private static final String INSTALLATION = "ghs_";

        @Override
        public boolean mayCreateChecks() {
            return secret.reveal().startsWith(INSTALLATION);
        }

        @Override
        public String display() {
            return mayCreateChecks() ? "an installation token" : "a token";
        }

        @Override
        public String toString() {
            return display();
        }
    }

    /**
     * A GitHub App.
     *
     * @param id number or client id of the App
     * @param installation number; none when it is to be found by the repository
     */
    record App(String id, RSAPrivateKey key, @Nullable String installation) implements Credentials {
        @Override
        public boolean mayCreateChecks() {
            return true;
        }

        @Override
        public String display() {
            return "the GitHub App " + id;
        }

        @Override
        public String toString() {
            return display();
        }
    }

    /**
     * The App of {@code GATEHOUSE_GITHUB_APP_ID} with its key in {@code GATEHOUSE_GITHUB_APP_KEY_FILE} (or
     * {@code GATEHOUSE_GITHUB_APP_KEY}), else the token of {@code GATEHOUSE_GITHUB_TOKEN},
     * {@code GATEHOUSE_GITHUB_TOKEN_FILE} or {@code GITHUB_TOKEN}.
     *
     * @throws BadInput when there are none, or when the key cannot be read
     */
    static Credentials of(Map<String, String> environment) {
        return find(environment)
                .orElseThrow(() -> new BadInput("no credentials for GitHub: set GATEHOUSE_GITHUB_TOKEN or"
                        + " GATEHOUSE_GITHUB_TOKEN_FILE, or for a GitHub App GATEHOUSE_GITHUB_APP_ID and"
                        + " GATEHOUSE_GITHUB_APP_KEY_FILE"));
    }

    static Optional<Credentials> find(Map<String, String> environment) {
        var app = value(environment, "GATEHOUSE_GITHUB_APP_ID");
        if (app.isPresent()) {
            var key = secret(environment, "GATEHOUSE_GITHUB_APP_KEY")
                    .orElseThrow(() -> new BadInput("GATEHOUSE_GITHUB_APP_ID is set, but its private key is not: set"
                            + " GATEHOUSE_GITHUB_APP_KEY_FILE to the file that GitHub gave out for the App"));
            var installation = value(environment, "GATEHOUSE_GITHUB_APP_INSTALLATION");
            installation.filter(number -> !number.matches("[0-9]{1,18}")).ifPresent(number -> {
                throw new BadInput("GATEHOUSE_GITHUB_APP_INSTALLATION must be a number");
            });
            return Optional.of(new App(app.get(), PrivateKeyPem.read(key), installation.orElse(null)));
        }
        return secret(environment, "GATEHOUSE_GITHUB_TOKEN")
                .or(() -> value(environment, "GITHUB_TOKEN"))
                .map(Credentials::token);
    }

    private static Credentials token(String text) {
        if (!text.matches("[\\x21-\\x7e]{1,4096}")) {
            throw new BadInput(
                    "the token for GitHub has characters that no token has: it must be one line without spaces");
        }
        return new Token(new Secret(text, "the environment"));
    }

    private static Optional<String> secret(Map<String, String> environment, String name) {
        return value(environment, name)
                .or(() -> value(environment, name + "_FILE").map(file -> content(name + "_FILE", file)));
    }

    private static String content(String variable, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new BadInput("%s names '%s', which cannot be read".formatted(variable, file), e);
        }
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
