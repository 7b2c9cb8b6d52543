package dev.gatehouse.jenkins.scan;

import dev.gatehouse.jenkins.machine.GatehouseCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that is run for a scan. It is started without a shell, so nothing in it is interpreted on the way.
 *
 * @param java executable
 * @param home folder of the distribution
 */
record ScanCommandLine(String java, String home) {
    /**
     * The whole scan.
     *
     * @param target what is scanned, absolute
     * @param out folder for the report
     * @param baseline file; empty for none but the command's own default
     * @param floor file with the organisation's policy; empty for none
     */
    List<String> scan(ScanSettings settings, String target, String out, String baseline, String floor) {
        var line = new ArrayList<>(new GatehouseCommand(java, home).start(settings.heap()));
        line.add("scan");
        line.add("--out=" + out);
        option(line, "--only", String.join(",", settings.only()));
        option(line, "--policy", settings.policy());
        option(line, "--floor", floor);
        option(line, "--baseline", baseline);
        option(line, "--target", settings.target());
        option(line, "--dast", settings.dast());
        option(line, "--fail-on", settings.failOn());
        option(line, "--threads", settings.threads() == 0 ? "" : Integer.toString(settings.threads()));
        option(line, "--time-limit", settings.timeLimit() == 0 ? "" : Integer.toString(settings.timeLimit()));
        if (settings.offline()) {
            line.add("--offline");
        }
        // whatever a directory is called, it is no option
        line.add("--");
        line.add(target);
        return line;
    }

    private static void option(List<String> line, String name, String value) {
        if (!value.isEmpty()) {
            line.add(name + "=" + value);
        }
    }
}
