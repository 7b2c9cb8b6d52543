package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.engine.protocol.sca.DatabaseAddress;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that keeps vulnerability databases for many machines.
 *
 * @param url such as {@code jdbc:postgresql://host/name?sslmode=verify-full}; carries no secret
 * @param password none when the server asks for none or the driver finds it in {@code ~/.pgpass}
 */
public record SharedServer(
        String url, @Nullable String user, @Nullable String password) {
    private static final String URL_VARIABLE = "GATEHOUSE_VULNDB";

    private static final Pattern URL = Pattern.compile("jdbc:postgresql:[^\\s?@]+(?:\\?[^\\s]*)?");
    private static final Pattern TAKEN = Pattern.compile("[?&](password|sslpassword|currentSchema)=");

    /** The server that the command line names, else the environment's {@code GATEHOUSE_VULNDB}, else none. */
    public static Optional<SharedServer> named(@Nullable String url, Map<String, String> environment) {
        return Optional.ofNullable(url)
                .or(() -> value(environment, URL_VARIABLE))
                .map(address -> of(address.strip(), environment));
    }

    /**
     * The server of a URL, with user and password of the environment: {@code GATEHOUSE_VULNDB_USER},
     * {@code GATEHOUSE_VULNDB_PASSWORD} or a file that {@code GATEHOUSE_VULNDB_PASSWORD_FILE} names.
     */
    static SharedServer of(String url, Map<String, String> environment) {
        if (!URL.matcher(url).matches()) {
            // not quoted: what is written in another way often has a password in it
            throw new BadInput("the address of the shared vulnerability database is not written as"
                    + " jdbc:postgresql://host/name (user and password have variables of their own)");
        }
        var taken = TAKEN.matcher(url);
        if (taken.find()) {
            throw new BadInput(
                    taken.group(1).equals("currentSchema")
                            ? "the address of the shared vulnerability database must not name a currentSchema:"
                                    + " Gatehouse keeps each database in a schema of its own"
                            : ("the address of the shared vulnerability database must not carry a %s, which others could"
                                            + " see: set GATEHOUSE_VULNDB_PASSWORD or GATEHOUSE_VULNDB_PASSWORD_FILE")
                                    .formatted(taken.group(1)));
        }
        return new SharedServer(url, value(environment, "GATEHOUSE_VULNDB_USER").orElse(null), password(environment));
    }

    private static @Nullable String password(Map<String, String> environment) {
        var file = value(environment, "GATEHOUSE_VULNDB_PASSWORD_FILE");
        if (file.isEmpty()) {
            return value(environment, "GATEHOUSE_VULNDB_PASSWORD").orElse(null);
        }
        try {
            return Files.readString(Path.of(file.get())).strip();
        } catch (IOException e) {
            throw new BadInput(
                    "GATEHOUSE_VULNDB_PASSWORD_FILE: the password cannot be read from %s"
                            .formatted(VisibleText.exact(file.get())),
                    e);
        }
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Host and name, without what comes after them. */
    String display() {
        return VisibleText.brief(url.replaceFirst("[?].*", ""));
    }

    Connection connect() {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "gatehouse");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "20");
        properties.setProperty("tcpKeepAlive", "true");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw failure("cannot be reached", e);
        }
    }

    /** Where a database of this server is, for the engine. */
    DatabaseAddress address(String schema) {
        return DatabaseAddress.server(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema.toLowerCase(Locale.ROOT),
                user,
                password);
    }

    /** What the user can mend: the address, the role, or the server itself. */
    BadInput failure(String what, SQLException e) {
        return new BadInput(
                "the shared vulnerability database %s %s: %s"
                        .formatted(display(), what, VisibleText.brief(String.valueOf(e.getMessage()))),
                e);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return display();
    }
}
