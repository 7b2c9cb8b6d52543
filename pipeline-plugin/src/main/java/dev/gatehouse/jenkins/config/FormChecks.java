package dev.gatehouse.jenkins.config;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.policyfile.PolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;

/** What is wrong with what an administrator typed, as one sentence. */
final class FormChecks {
    private FormChecks() {}

    static Optional<String> database(String text) {
        var place = text.strip();
        if (place.isEmpty() || place.startsWith("/") || place.matches("[A-Za-z]:[\\\\/].*")) {
            return Optional.empty();
        }
        if (!place.startsWith("jdbc:postgresql:")) {
            return Optional.of("give a directory's absolute path, or an address like jdbc:postgresql://host/name");
        }
        return place.toLowerCase(java.util.Locale.ROOT).contains("password=")
                ? Optional.of("a password in the address can be seen by others: use credentials")
                : Optional.empty();
    }

    /** As {@link #database}, for the outbox. */
    static Optional<String> outbox(String text) {
        return database(text)
                .or(() -> text.strip().startsWith("jdbc:") && !text.contains("user=")
                        ? Optional.of("name the user in the address, as jdbc:postgresql://host/name?user=builds")
                        : Optional.empty());
    }

    /** @param database as it is typed: what comes along is never updated */
    static Optional<String> hours(String text, String database) {
        if (!text.strip().matches("[0-9]{1,4}")) {
            return Optional.of("give a number of hours from 0 to 8784; 0 for no updates");
        }
        return Integer.parseInt(text.strip()) > 0 && database.isBlank()
                ? Optional.of("what comes along is not updated: name a directory or a database above")
                : Optional.empty();
    }

    static Optional<String> passphrase(boolean endpoint, String credentialsId) {
        return endpoint && credentialsId.isBlank()
                ? Optional.of("nothing can be signed without keys: choose the passphrase that protects them")
                : Optional.empty();
    }

    /** A token goes there, so not in the open; to this machine it may. */
    static Optional<String> address(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            var uri = URI.create(text.strip());
            boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
            boolean safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here);
            if (uri.getHost() != null && uri.getUserInfo() == null && safe) {
                return Optional.empty();
            }
        } catch (IllegalArgumentException e) {
            return Optional.of("this is no address: " + e.getMessage());
        }
        return Optional.of("give an address like https://example.org, without a user or password");
    }

    static Optional<String> floor(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            var file = Files.createTempFile("gatehouse-floor", ".yml");
            try {
                Files.writeString(file, text);
                new PolicyReader(Clock.systemUTC()).read(file, null);
                return Optional.empty();
            } catch (BadInput e) {
                return Optional.of(String.valueOf(e.getMessage()).replace(file.toString(), "policy"));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
