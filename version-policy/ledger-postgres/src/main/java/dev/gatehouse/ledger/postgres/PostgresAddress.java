package dev.gatehouse.ledger.postgres;

import dev.gatehouse.findings.BadInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is, as {@code jdbc:postgresql://host:port/database?user=name}. A password has no place in it:
 * addresses stand on command lines, in logs and in messages.
 */
public final class PostgresAddress {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?";
    /** Stricter than the driver, which logs what it cannot read. */
    private static final Pattern SHAPE =
            Pattern.compile("jdbc:postgresql:(?://%1$s(?:,%1$s)*/)?[A-Za-z0-9._%%-]*".formatted(HOST));

    private static final Set<String> SECRETS = Set.of("password", "sslpassword");
    private static final int CONNECT_SECONDS = 10;

    private final PGSimpleDataSource source;

    private PostgresAddress(PGSimpleDataSource source) {
        this.source = source;
    }

    public static boolean isOne(String text) {
        return text.startsWith(PREFIX);
    }

    /** Reads a ledger's address; no message quotes it, for it may hold what should not be in it. */
    public static PostgresAddress parse(String text) {
        return parse("ledger", text);
    }

    /**
     * Reads an address; no message quotes it, for it may hold what should not be in it.
     *
     * @param what is there, such as {@code ledger}; the option and the variable for its password are named after it
     */
    @SuppressWarnings("UnusedException") // the driver's quotes the address
    public static PostgresAddress parse(String what, String text) {
        int query = text.indexOf('?');
        var place = query < 0 ? text : text.substring(0, query);
        var settings = query < 0 ? "" : text.substring(query + 1);
        boolean secret = Arrays.stream(settings.split("&", -1))
                .map(setting -> setting.split("=", 2)[0].toLowerCase(Locale.ROOT))
                .anyMatch(SECRETS::contains);
        if (secret || place.contains("@")) {
            throw new BadInput(("the %1$s's address holds a password, which others can see: leave it out,"
                            + " and set GATEHOUSE_%2$s_PASSWORD or name a --%1$s-password-file")
                    .formatted(what, what.toUpperCase(Locale.ROOT)));
        }
        if (!SHAPE.matcher(place).matches()) {
            throw wrong(what);
        }
        var source = new PGSimpleDataSource();
        try {
            source.setUrl(text);
        } catch (IllegalArgumentException e) {
            throw wrong(what);
        }
        source.setApplicationName("gatehouse");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        return new PostgresAddress(source);
    }

    private static BadInput wrong(String what) {
        return new BadInput(
                "the %s's address is none of PostgreSQL: write it as jdbc:postgresql://host:5432/database?user=name"
                        .formatted(what));
    }

    /** Connections to it, one at a time and unpooled; null for a password that the driver finds by itself. */
    public DataSource dataSource(@Nullable String password) {
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }

    /** For messages. */
    @Override
    public String toString() {
        return "PostgreSQL %s:%d/%s".formatted(source.getServerNames()[0], source.getPortNumbers()[0], database());
    }

    private String database() {
        var database = source.getDatabaseName();
        return database == null ? "" : database;
    }
}
