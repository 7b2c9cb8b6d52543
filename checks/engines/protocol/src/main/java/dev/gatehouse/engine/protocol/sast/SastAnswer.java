package dev.gatehouse.engine.protocol.sast;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine found in a module. Equal class files, class path, engine and Java give an equal answer.
 *
 * @param findings without identity and texts; sorted; {@code file} of a location is {@code package/Type.java} as the
 *     class file names it, for the scan to find under its source roots
 * @param classes number of class files looked at
 * @param detectors number of detectors that were switched on
 * @param problems what could not be read or analysed; any makes the result a partial one
 * @param lookups what the class path was asked; none when that is not known well enough to rely on
 */
public record SastAnswer(
        List<Finding> findings,
        int classes,
        int detectors,
        List<Problem> problems,
        @Nullable Lookups lookups) {
    public SastAnswer {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }
}
