package dev.gatehouse.findings.baseline;

import dev.gatehouse.findings.identity.ClassName;
import dev.gatehouse.findings.identity.Identity;
import dev.gatehouse.findings.identity.MethodName;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding on its way through the levels of likeness, taken apart once.
 *
 * @param rank place in {@link Identity#inOrder}
 * @param type and method of code; without names for anything else
 */
record Subject(Finding finding, int rank, ClassName type, MethodName method) {
    private static final ClassName NO_CLASS = ClassName.of("");
    private static final MethodName NO_METHOD = MethodName.of(null);

    static List<Subject> of(List<Finding> findings) {
        var subjects = new ArrayList<Subject>();
        for (var finding : Identity.inOrder(findings)) {
            subjects.add(of(finding, subjects.size()));
        }
        return subjects;
    }

    private static Subject of(Finding finding, int rank) {
        return finding.location() instanceof Location.Code code
                ? new Subject(finding, rank, ClassName.of(code.className()), MethodName.of(code.method()))
                : new Subject(finding, rank, NO_CLASS, NO_METHOD);
    }

    /** Such a finding says little about code: it can follow a renamed class but not move from one to another. */
    boolean isAboutAClass() {
        return finding.location() instanceof Location.Code code && code.method() == null;
    }

    /** Where exactly it is among those that are alike. */
    String spot() {
        return finding.location() instanceof Location.Code code
                ? code.className() + ":" + code.startLine() + "-" + code.endLine()
                : finding.location().display();
    }

    /** Lines to another place; only ever compared within findings that are alike. */
    int distance(Subject other) {
        return Math.abs(line() - other.line());
    }

    private int line() {
        return finding.location() instanceof Location.Code code ? code.startLine() : 0;
    }
}
