package dev.gatehouse.jenkins.scan;

import dev.gatehouse.jenkins.result.ScanSummary;

/**
 * What a scan's verdict means for its build.
 *
 * @param sentence why, for the build's log and its stages
 */
record Consequence(OnGate effect, String sentence) {

    static Consequence of(ScanSummary scan, ScanOptions options) {
        if (scan.isPassed()) {
            return new Consequence(OnGate.NOTHING, "the gate passed");
        }
        return scan.isIncompleteOnly()
                ? new Consequence(
                        OnGate.of("onIncomplete", options.getOnIncomplete()),
                        "Gatehouse: the scan '%s' is incomplete: %s"
                                .formatted(scan.getId(), String.join("; ", scan.getIncomplete())))
                : new Consequence(
                        OnGate.of("onFailure", options.getOnFailure()),
                        "Gatehouse: the gate of '%s' failed: %s"
                                .formatted(scan.getId(), String.join("; ", scan.getReasons())));
    }
}
