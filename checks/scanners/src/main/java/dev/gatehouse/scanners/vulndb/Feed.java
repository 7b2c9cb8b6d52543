package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a database is made of: files in the shape of NVD JSON 2.0, gzip compressed.
 *
 * @param files SHA-256 by file name
 */
record Feed(Map<String, String> files) {
    static final String SUFFIX = ".json.gz";

    Feed {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Reads and digests every feed file of the directory. */
    static Feed in(Path directory) throws IOException {
        try (var list = Files.list(directory)) {
            var files = new TreeMap<String, String>();
            for (var file : list.sorted().toList()) {
                if (file.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(file)) {
                    files.put(file.getFileName().toString(), Digests.sha256(file));
                }
            }
            if (files.isEmpty()) {
                throw new BadInput("%s has no feed files: files named like nvdcve-2.0-2024.json.gz are expected"
                        .formatted(directory));
            }
            return new Feed(files);
        }
    }

    /**
     * Names the database that an engine makes of this feed: the same feed and the same engine give the same database.
     *
     * @param engine version of Dependency-Check
     */
    String digest(String engine) {
        var lines = files.entrySet().stream()
                .map(file -> file.getKey() + " " + file.getValue())
                .collect(Collectors.joining("\n"));
        return Digests.sha256("gatehouse vulnerability database 1\ndependency-check " + engine + "\n" + lines);
    }
}
