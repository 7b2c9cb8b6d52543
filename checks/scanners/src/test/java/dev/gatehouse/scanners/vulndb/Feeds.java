package dev.gatehouse.scanners.vulndb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes small feed files in the shape of NVD JSON 2.0. */
final class Feeds {
    private Feeds() {}

    /** One vulnerability of every version of a product. */
    static String record(String cve, String product) {
        return """
                {"cve": {"id": "%s", "vulnStatus": "Analyzed", "published": "2026-01-02T00:00:00.000",
                  "lastModified": "2026-02-03T00:00:00.000",
                  "descriptions": [{"lang": "en", "value": "Something is wrong."}], "references": [],
                  "metrics": {}, "weaknesses": [], "configurations": [{"nodes": [{"operator": "OR", "negate": false,
                  "cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:a:%s:*:*:*:*:*:*:*:*",
                  "versionEndExcluding": "99.0", "matchCriteriaId": "00000000-0000-0000-0000-000000000000"}]}]}]}}""".formatted(cve, product);
    }

    static String text(String... records) {
        return "{\"resultsPerPage\": %d, \"startIndex\": 0, \"totalResults\": %d, \"vulnerabilities\": [%s]}"
                .formatted(records.length, records.length, String.join(",", records));
    }

    static Path file(Path directory, String name, String... records) throws IOException {
        Files.createDirectories(directory);
        var file = directory.resolve(name);
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text(records).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
