package dev.gatehouse.jenkins.scan;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a scan in a build is asked for; empty texts stand for what was left out.
 *
 * @param directory what to scan, in the workspace
 * @param only scanners to run; empty for all
 * @param baseline {@code previous}, {@code target-branch} or a file in the workspace
 * @param target address of the running application
 * @param failOn severity
 * @param heap of the command's JVM, such as {@code 512m}; its engines have heaps of their own
 * @param threads modules analysed at once; 0 for what the command thinks right
 * @param timeLimit minutes for each scanner; 0 for the command's default
 */
public record ScanSettings(
        String directory,
        List<String> only,
        String policy,
        String baseline,
        String target,
        String failOn,
        String dast,
        String heap,
        boolean offline,
        int threads,
        int timeLimit) {
    static final String PREVIOUS = "previous";
    static final String TARGET_BRANCH = "target-branch";

    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]{0,6}[kKmMgG]");
    private static final List<String> SCANNERS = List.of("sast", "sca", "dast");
    private static final List<String> SEVERITIES = List.of("info", "low", "medium", "high", "critical");

    public ScanSettings {
        only = List.copyOf(only);
    }

    /** The same, after what can be known to be wrong before anything runs was told. */
    ScanSettings checked() {
        only.forEach(scanner -> oneOf("only", scanner, SCANNERS));
        if (!failOn.isEmpty()) {
            oneOf("failOn", failOn, SEVERITIES);
        }
        if (!heap.isEmpty() && !HEAP.matcher(heap).matches()) {
            throw new BadInput("heap: '%s' is no size of memory; write it as 512m or 2g".formatted(shown(heap)));
        }
        if (threads < 0 || timeLimit < 0) {
            throw new BadInput("threads and timeLimit: use a number of at least 1, or leave it out");
        }
        return this;
    }

    boolean isBaselineFile() {
        return !baseline.isEmpty() && !baseline.equals(PREVIOUS) && !baseline.equals(TARGET_BRANCH);
    }

    /** The parts of a text that names several things, such as {@code sast, sca}. */
    static List<String> parts(String text) {
        return Arrays.stream(text.split("[,\\s]+", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static void oneOf(String parameter, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new BadInput("%s: '%s' is none of %s".formatted(parameter, shown(value), String.join(", ", allowed)));
        }
    }

    private static String shown(String text) {
        return VisibleText.word(text);
    }
}
