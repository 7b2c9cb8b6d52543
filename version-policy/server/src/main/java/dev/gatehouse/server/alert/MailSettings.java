package dev.gatehouse.server.alert;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * Where e-mail goes.
 *
 * @param user of the mail server; empty when it asks for none
 * @param to at least one address
 */
public record MailSettings(
        String host, int port, Security security, String user, String password, String from, List<String> to) {
    private static final Set<String> NAMES = Set.of("host", "port", "security", "user", "password", "from", "to");
    private static final int LAST_PORT = 65_535;

    /** How the way to the mail server is kept from others. */
    public enum Security {
        /** TLS from the first byte on, port 465. */
        TLS(465),
        /** TLS by STARTTLS, refused without, port 587. */
        STARTTLS(587),
        /** In the clear, for a mail server on the same machine, port 25. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    public MailSettings {
        to = List.copyOf(to);
    }

    /** Reads a file of lines such as {@code host=mail.example}; throws {@link BadInput} with what is wrong in it. */
    public static MailSettings read(Path file) {
        var lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("%s: the mail settings cannot be read".formatted(file), e);
        }
        lines.stringPropertyNames().stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInput(
                            "%s: has a line '%s'; known are host, port, security, user, password, from and to"
                                    .formatted(file, name));
                });
        var security = security(file, lines.getProperty("security", "starttls").strip());
        var to = Arrays.stream(lines.getProperty("to", "").split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        if (to.isEmpty()) {
            throw new BadInput("%s: needs a line such as to=security@example.org".formatted(file));
        }
        if (security == Security.NONE && !lines.getProperty("user", "").isBlank()) {
            throw new BadInput("%s: security=none would send the password in the clear".formatted(file));
        }
        return new MailSettings(
                needed(file, lines, "host"),
                port(
                        file,
                        lines.getProperty("port", String.valueOf(security.port)).strip()),
                security,
                lines.getProperty("user", "").strip(),
                lines.getProperty("password", "").strip(),
                needed(file, lines, "from"),
                to);
    }

    /** Without the password, for whoever prints it. */
    @Override
    public String toString() {
        return "%s:%d, from %s to %s".formatted(host, port, from, to);
    }

    private static String needed(Path file, Properties lines, String name) {
        var value = lines.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new BadInput("%s: needs a line that begins with %s=".formatted(file, name));
        }
        return value;
    }

    private static Security security(Path file, String text) {
        return Arrays.stream(Security.values())
                .filter(security -> security.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new BadInput("%s: security is starttls, tls or none".formatted(file)));
    }

    private static int port(Path file, String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LAST_PORT || Integer.parseInt(text) == 0) {
            throw new BadInput("%s: port is a number from 1 to %d".formatted(file, LAST_PORT));
        }
        return Integer.parseInt(text);
    }
}
