package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.engine.protocol.sca.DatabaseFacts;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks a database: every digest, and that it opens and has as many records as it says. */
final class DatabaseCheck {
    private final DatabaseFolders folders;
    private final DatabaseBuilder builder;

    DatabaseCheck(DatabaseFolders folders, DatabaseBuilder builder) {
        this.folders = folders;
        this.builder = builder;
    }

    /** Sentences on what is wrong; none when all is well. */
    List<String> of(DatabaseInfo info, Progress progress) throws IOException {
        var wrong = new ArrayList<String>();
        var directory = folders.database(info.digest());
        check(directory.resolve(DatabaseInfo.DATABASE), info.sha256(), wrong);
        for (var file : info.feed().entrySet()) {
            progress.at("vulndb", "checking " + file.getKey(), 0, 0);
            check(directory.resolve("feed").resolve(file.getKey()), file.getValue(), wrong);
        }
        try {
            DatabaseFacts facts =
                    builder.describe(dev.gatehouse.engine.protocol.sca.DatabaseAddress.in(directory), progress);
            if (facts.records() != info.records()) {
                wrong.add("the database has %d records and should have %d".formatted(facts.records(), info.records()));
            }
        } catch (EngineException e) {
            wrong.add("the database does not open: " + e.getMessage());
        }
        return List.copyOf(wrong);
    }

    private static void check(Path file, String digest, List<String> wrong) throws IOException {
        if (!Files.exists(file)) {
            wrong.add(file.getFileName() + " is missing");
        } else if (!Digests.sha256(file).equals(digest)) {
            wrong.add(file.getFileName() + " was changed since the database was made");
        }
    }
}
