package dev.gatehouse.findings.report.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.Report;
import java.util.ArrayList;

/** How a run went, and what it could not read (SARIF 2.1.0 §3.20, §3.58). */
final class Invocations {
    private Invocations() {}

    static ArrayNode of(Report report, ScannerRun run, Places places) {
        boolean whole = run.status() == ScannerStatus.COMPLETED;
        var notes = new ArrayList<ObjectNode>();
        if (!whole) {
            notes.add(Node.object()
                    .put("level", run.status() == ScannerStatus.PARTIAL ? "warning" : "error")
                    .set("message", Node.message("%s: %s".formatted(run.status().label(), run.reason()))));
        }
        run.problems().forEach(problem -> notes.add(note(problem, places)));
        report.problems().forEach(problem -> notes.add(note(problem, places)));
        var invocation = Node.object()
                .put("executionSuccessful", whole)
                .put("endTimeUtc", report.created().toString());
        invocation.set("toolExecutionNotifications", Node.array(notes));
        return Node.array(invocation);
    }

    private static ObjectNode note(Problem problem, Places places) {
        var note = Node.object().put("level", "warning");
        note.set("descriptor", Node.of("id", Node.text(problem.kind())));
        note.set("message", Node.message(problem.place() + ": " + problem.sentence()));
        if (!problem.place().isBlank()) {
            note.set("locations", Node.array(Node.of("physicalLocation", places.file(problem.place()))));
        }
        return note;
    }
}
