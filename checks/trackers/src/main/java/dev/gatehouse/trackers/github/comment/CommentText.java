package dev.gatehouse.trackers.github.comment;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.trackers.github.place.BuildPlace;
import dev.gatehouse.trackers.github.text.Length;
import dev.gatehouse.trackers.github.text.Summary;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the comment on a pull request should say.
 *
 * @param name of the comment: two projects in one repository have two
 * @param scanned when the scan ended; a comment of a later scan is left alone
 * @param body Markdown with the mark in its first line, at most 65,535 characters
 */
public record CommentText(String name, Instant scanned, String body) {
    private static final Pattern MARK =
            Pattern.compile("\\A<!-- gatehouse-comment name=([A-Za-z0-9._/-]*) scanned=([0-9TZ:.-]+) -->");

    public static CommentText of(Report report, BuildPlace place, String name, List<String> cut) {
        var safeName = name.replaceAll("[^A-Za-z0-9._/-]", "-");
        var mark = "<!-- gatehouse-comment name=%s scanned=%s -->\n".formatted(safeName, report.created());
        var commit = "\nOf commit " + place.commit() + ".\n";
        var page = Length.page(
                Summary.of(report, cut),
                Length.BODY - mark.length() - commit.length(),
                "This comment was cut here: GitHub takes 65,535 characters.");
        return new CommentText(safeName, report.created(), mark + page + commit);
    }

    /** When the scan behind a comment of this name ended; empty when the text is no such comment. */
    Optional<Instant> scannedBehind(String other) {
        var mark = MARK.matcher(other);
        if (!mark.find() || !mark.group(1).equals(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(mark.group(2)));
        } catch (DateTimeException e) {
            return Optional.of(Instant.EPOCH);
        }
    }
}
