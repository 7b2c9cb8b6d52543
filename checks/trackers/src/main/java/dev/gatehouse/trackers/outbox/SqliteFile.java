package dev.gatehouse.trackers.outbox;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The queue in an SQLite file. */
final class SqliteFile {
    /** A transaction that means to write takes its turn at once, and so never fails half-way. */
    static final String BEGIN = "BEGIN IMMEDIATE";

    private static final int VERSION = 1;
    private static final int BUSY_MILLIS = 20_000;

    private SqliteFile() {}

    /** An SQLite file, created when there is none; several processes may have it open. */
    static Connection open(Path file) throws SQLException {
        try {
            prepare(file);
            var config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setBusyTimeout(BUSY_MILLIS);
            var connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
            try {
                migrate(connection, file);
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BadInput(
                    "%s: the outbox cannot be made there (%s); name another place with --outbox or GATEHOUSE_OUTBOX"
                            .formatted(file, reason(e)),
                    e);
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB) {
                throw new BadInput(
                        "%s: is no outbox, but some other file; name another with --outbox".formatted(file), e);
            }
            throw e;
        }
    }

    /** The message of many exceptions on files is the file's name alone. */
    private static String reason(IOException e) {
        var reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName().replace("Exception", "") : reason;
    }

    /** Intents tell of weaknesses, so the file is its owner's alone. */
    private static void prepare(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (java.nio.file.FileAlreadyExistsException another) {
                return;
            }
        }
    }

    private static void migrate(Connection connection, Path file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(BEGIN);
            int found;
            try (var rows = statement.executeQuery("PRAGMA user_version")) {
                found = rows.next() ? rows.getInt(1) : 0;
            }
            if (found > VERSION) {
                throw new BadInput("%s: was written by a newer Gatehouse (version %d, this one knows %d); use that one"
                        .formatted(file, found, VERSION));
            }
            if (found < 1) {
                for (var table : Tables.of("INTEGER PRIMARY KEY AUTOINCREMENT", "INTEGER")) {
                    statement.executeUpdate(table);
                }
                statement.executeUpdate("PRAGMA user_version = " + VERSION);
            }
            statement.execute("COMMIT");
        }
    }
}
