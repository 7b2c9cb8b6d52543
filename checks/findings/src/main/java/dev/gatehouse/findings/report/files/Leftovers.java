package dev.gatehouse.findings.report.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;

/** Temporary files of a report, named after the process that writes them, so that a killed one's can be told apart. */
final class Leftovers {
    private static final Pattern NAME = Pattern.compile("\\.gatehouse-(\\d{1,18})-[0-9a-f-]{36}-.+\\.tmp");

    private Leftovers() {}

    static Path temporary(Path folder, String fileName) {
        long self = ProcessHandle.current().pid();
        return folder.resolve(".gatehouse-%d-%s-%s.tmp".formatted(self, UUID.randomUUID(), fileName));
    }

    /** Removes what writers left that no longer run. */
    static void remove(Path folder) throws IOException {
        var dead = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, ".gatehouse-*.tmp")) {
            for (var file : files) {
                var name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && !isBeingWritten(file, Long.parseLong(name.group(1)))) {
                    dead.add(file);
                }
            }
        }
        for (var file : dead) {
            Files.deleteIfExists(file);
        }
    }

    /** A process of that number may be another one, as in containers, where numbers come again; then it is younger. */
    private static boolean isBeingWritten(Path file, long writer) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        var changed = Files.getLastModifiedTime(file).toInstant();
        return ProcessHandle.of(writer)
                .map(process ->
                        !process.info().startInstant().orElse(Instant.MIN).isAfter(changed.plusSeconds(1)))
                .orElse(false);
    }
}
