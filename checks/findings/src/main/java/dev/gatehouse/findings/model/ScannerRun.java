package dev.gatehouse.findings.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one scanner did in one scan.
 *
 * @param id which scanner
 * @param name and version of the engine behind it
 * @param reason a sentence on why the status is not completed; empty when it is
 * @param durationMs wall time in milliseconds
 * @param rulesDigest SHA-256 over the rule set and its settings, lower-case hexadecimal; two runs with equal digests
 *     looked for the same things
 * @param databaseDate of the newest record of the vulnerability database, ISO 8601; only for SCA
 * @param databaseName of the vulnerability database, such as {@code embedded}; only for SCA
 * @param databaseNote sentences on what the database does not have, for people; only for SCA, empty when nothing is
 *     known to be missing
 * @param counts what it looked at, such as {@code classes}, {@code jars}, {@code cached}
 * @param problems what it could not read or analyse
 * @param notes further sentences for people, such as which set of rules ran
 */
public record ScannerRun(
        ScannerKind id,
        String name,
        String version,
        ScannerStatus status,
        String reason,
        long durationMs,
        @Nullable String rulesDigest,
        @Nullable String databaseDate,
        @Nullable String databaseName,
        @Nullable String databaseNote,
        Map<String, Long> counts,
        List<Problem> problems,
        List<String> notes) {
    public ScannerRun {
        counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
        problems = List.copyOf(problems);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** A run about which there is nothing more to say. */
    public ScannerRun(
            ScannerKind id,
            String name,
            String version,
            ScannerStatus status,
            String reason,
            long durationMs,
            @Nullable String rulesDigest,
            @Nullable String databaseDate,
            @Nullable String databaseName,
            @Nullable String databaseNote,
            Map<String, Long> counts,
            List<Problem> problems) {
        this(
                id,
                name,
                version,
                status,
                reason,
                durationMs,
                rulesDigest,
                databaseDate,
                databaseName,
                databaseNote,
                counts,
                problems,
                List.of());
    }

    /** A run of a scanner that has no vulnerability database, or says no more than its date. */
    public ScannerRun(
            ScannerKind id,
            String name,
            String version,
            ScannerStatus status,
            String reason,
            long durationMs,
            @Nullable String rulesDigest,
            @Nullable String databaseDate,
            Map<String, Long> counts,
            List<Problem> problems) {
        this(id, name, version, status, reason, durationMs, rulesDigest, databaseDate, null, null, counts, problems);
    }
}
