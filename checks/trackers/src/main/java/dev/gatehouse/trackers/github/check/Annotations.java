package dev.gatehouse.trackers.github.check;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.github.check.CheckContent.Note;
import dev.gatehouse.trackers.github.text.Length;
import java.util.Optional;

/** Findings as annotations of lines. What is at no line of the repository has none. */
final class Annotations {
    private static final int LONGEST_TITLE = 255;
    /** GitHub takes 64 KB; nobody reads so much at a line. */
    private static final int LONGEST_MESSAGE = 4_000;

    private final String folder;
    private final String manifest;

    /**
     * @param folder of the project in the repository
     * @param projectKind as {@link dev.gatehouse.findings.model.ProjectInfo#kind()}
     */
    Annotations(String folder, String projectKind) {
        this.folder = folder;
        this.manifest = switch (projectKind) {
            case "maven" -> "pom.xml";
            case "gradle" -> "build.gradle";
            default -> "";
        };
    }

    Optional<Note> of(Finding finding) {
        var location = finding.location();
        if (location instanceof Location.Code code) {
            var file = code.file();
            int line = Math.max(1, code.startLine());
            return file == null
                    ? Optional.empty()
                    : Optional.of(at(finding, file, line, Math.max(line, code.endLine())));
        }
        return location instanceof Location.Dependency && !manifest.isEmpty()
                ? Optional.of(at(finding, manifest, 1, 1))
                : Optional.empty();
    }

    private Note at(Finding finding, String file, int start, int end) {
        var title = "%s: %s".formatted(finding.severity().label(), VisibleText.line(finding.title()));
        var where = finding.location() instanceof Location.Dependency library ? library.purl() + "\n" : "";
        var fix = finding.remediation().isBlank() ? "" : "\n\nHow to fix: " + finding.remediation();
        var message = where + (finding.description().isBlank() ? finding.title() : finding.description()) + fix + "\n\n"
                + finding.rule();
        return new Note(
                folder + file,
                start,
                end,
                level(finding.severity()),
                Length.cut(title, LONGEST_TITLE),
                Length.cut(VisibleText.block(message), LONGEST_MESSAGE));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "failure";
            case MEDIUM -> "warning";
            case LOW, INFO -> "notice";
        };
    }
}
