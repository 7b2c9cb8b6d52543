package dev.gatehouse.findings.baseline;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of the classes before and now, to tell a renamed class from code that moved between two classes. */
final class Classes {
    private final Looked looked;
    private final Set<String> before;

    Classes(Looked looked, Baseline baseline) {
        this.looked = looked;
        this.before = baseline.findings().stream().map(Classes::name).collect(Collectors.toSet());
    }

    /** Whether the project no longer has the class of a finding of the baseline. */
    boolean gone(Finding then) {
        return !looked.classes().test(name(then));
    }

    /** Whether the baseline knows nothing of the class of a finding of now. */
    boolean appeared(Finding now) {
        return !before.contains(name(now));
    }

    private static String name(Finding finding) {
        return finding.location() instanceof Location.Code code ? code.className() : "";
    }
}
