package dev.gatehouse.engine.protocol.sca;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a vulnerability database is: a directory with an H2 file, or a PostgreSQL server. Travels over the engine's
 * standard input only, so that the password is on no command line.
 *
 * @param directory absolute; none for a server
 * @param url such as {@code jdbc:postgresql://host/name}; none for a directory
 */
public record DatabaseAddress(
        @Nullable String directory,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password) {

    public static DatabaseAddress in(Path directory) {
        return new DatabaseAddress(directory.toAbsolutePath().toString(), null, null, null);
    }

    public static DatabaseAddress server(String url, @Nullable String user, @Nullable String password) {
        return new DatabaseAddress(null, url, user, password);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return directory != null ? directory : String.valueOf(url);
    }
}
