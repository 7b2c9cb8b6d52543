package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.text.VisibleText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vulnerability database is young enough. What is newer than its newest record cannot have been found, so age is
 * counted from there.
 *
 * @param maxAgeDays of the newest record
 * @param older what it means when the database is older, or does not say how old it is
 * @param embedded what it means when the embedded default was used, whatever its age
 */
public record DatabaseRule(Origin origin, int maxAgeDays, Effect older, Effect embedded) implements Rule {
    /** {@link ScannerRun#databaseName()} of the data that comes with Gatehouse. */
    public static final String EMBEDDED = "embedded";

    @Override
    public String name() {
        return "age of the vulnerability database";
    }

    @Override
    public String sentence() {
        return "The newest record of the vulnerability database is at most %d days old (otherwise: %s); the embedded data: %s."
                .formatted(maxAgeDays, older.label(), embedded.label());
    }

    @Override
    public Judgement judge(Seen seen) {
        var run = seen.run(ScannerKind.SCA)
                .filter(sca -> sca.status() == ScannerStatus.COMPLETED || sca.status() == ScannerStatus.PARTIAL)
                .orElse(null);
        if (run == null) {
            return judged(Verdict.Status.PASSED, "No vulnerability database was asked.");
        }
        var newest = date(run.databaseDate(), seen.today());
        var isEmbedded = EMBEDDED.equals(run.databaseName());
        var what = isEmbedded ? "the embedded vulnerability database" : "the vulnerability database";
        if (newest == null) {
            return judged((isEmbedded ? embedded : older).status(), "Nobody knows how old %s is.".formatted(what));
        }
        long age = ChronoUnit.DAYS.between(newest, seen.today());
        var effect = isEmbedded ? embedded : age > maxAgeDays ? older : Effect.IGNORE;
        var note = run.databaseNote() == null ? "" : " " + VisibleText.brief(run.databaseNote());
        return judged(
                effect.status(),
                "The newest record of %s is of %s, %d days old; at most %d are allowed.%s%s"
                        .formatted(
                                what,
                                newest,
                                age,
                                maxAgeDays,
                                isEmbedded ? note : "",
                                advice(isEmbedded, note, age, effect)));
    }

    private String advice(boolean isEmbedded, String note, long age, Effect effect) {
        if (!isEmbedded && age <= maxAgeDays) {
            return "";
        }
        var then = effect == Effect.IGNORE ? " The policy lets that pass." : "";
        boolean said = isEmbedded && note.contains("gatehouse vulndb update");
        return said ? then : then + " 'gatehouse vulndb update' fetches a newer one.";
    }

    private Judgement judged(Verdict.Status status, String reason) {
        return Judgement.of(name(), origin, status, reason, List.of());
    }

    /** The day of an ISO 8601 date or time that is not in the future. */
    private static @Nullable LocalDate date(@Nullable String text, LocalDate today) {
        if (text == null || text.length() < 10) {
            return null;
        }
        try {
            var date = LocalDate.parse(text.substring(0, 10));
            return date.isAfter(today.plusDays(1)) ? null : date;
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
