package dev.gatehouse.scanners.vulndb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One row of {@code cve-facts.csv}: a vulnerability of a well-known library, checked against its NVD record.
 *
 * @param product CPE vendor and product, joined by a colon
 * @param affected ranges joined by {@code |}, each such as {@code >=2.0.1 <2.3.1} or {@code =2.0:rc1}
 * @param vector CVSS vector in the notation of {@code cvssVersion}
 * @param cwe identifiers separated by spaces
 * @param published ISO 8601 date
 */
record CveFact(
        String cve,
        String product,
        String affected,
        String cvssVersion,
        double score,
        String severity,
        String vector,
        List<String> cwe,
        String published) {

    static List<CveFact> embedded() {
        try (var lines = new BufferedReader(new InputStreamReader(resource("cve-facts.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(CveFact::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(CveFact.class.getResourceAsStream(name), name);
    }

    private static CveFact parse(String line) {
        var cells = line.split(",", 11);
        return new CveFact(
                cells[0],
                cells[2],
                cells[3],
                cells[4],
                Double.parseDouble(cells[5]),
                cells[6],
                cells[7],
                List.of(cells[8].split(" ")),
                cells[9]);
    }
}
