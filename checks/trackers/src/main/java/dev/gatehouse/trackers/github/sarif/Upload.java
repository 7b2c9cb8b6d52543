package dev.gatehouse.trackers.github.sarif;

import dev.gatehouse.findings.config.Sha256;
import java.util.Base64;
import java.util.List;

/**
 * One file for code scanning.
 *
 * @param sarif gzip, then Base64, as the API takes it
 * @param digest SHA-256 of the gzip, lower-case hexadecimal
 * @param bytes of the gzip
 * @param categories of its runs
 * @param results in it
 */
public record Upload(String sarif, String digest, long bytes, List<String> categories, int results) {
    public Upload {
        categories = List.copyOf(categories);
    }

    static Upload of(byte[] gzip, List<String> categories, int results) {
        return new Upload(Base64.getEncoder().encodeToString(gzip), Sha256.of(gzip), gzip.length, categories, results);
    }
}
