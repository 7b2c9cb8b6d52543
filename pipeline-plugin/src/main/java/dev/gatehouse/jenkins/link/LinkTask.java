package dev.gatehouse.jenkins.link;

import dev.gatehouse.jenkins.config.TrackerAccess;
import dev.gatehouse.jenkins.machine.GatehouseCommand;
import dev.gatehouse.jenkins.machine.Machine;
import hudson.AbortException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One tracker hears of one report. Secrets go by the environment, and the log has stars in their place. */
final class LinkTask {
    private final Machine machine;
    private final Map<String, String> outbox;
    private final Map<String, String> outboxSecrets;

    /**
     * @param outbox says where the outbox is, for the command
     * @param outboxSecrets its password
     */
    LinkTask(Machine machine, Map<String, String> outbox, Map<String, String> outboxSecrets) {
        this.machine = machine;
        this.outbox = Map.copyOf(outbox);
        this.outboxSecrets = Map.copyOf(outboxSecrets);
    }

    /**
     * @param report here
     * @param directory of the project, in the workspace
     * @param wait seconds
     * @throws AbortException when the command was called wrongly; a tracker that is down is no error
     */
    void run(TrackerAccess tracker, Map<String, String> secrets, Path report, String directory, int wait)
            throws IOException, InterruptedException {
        var work = machine.inTemporaryFolder("gatehouse-link-" + UUID.randomUUID());
        try {
            var file = work + "/report.json";
            machine.put(report, file);
            var line = new ArrayList<>(new GatehouseCommand(machine.java(), machine.distribution()).start(""));
            line.add("link");
            line.add(tracker.name());
            line.add("--report=" + file);
            line.add("--wait=" + wait);
            // whatever a directory is called, it is no option
            line.add("--");
            line.add(machine.inWorkspace(directory));
            int code = machine.run(line, both(outbox, tracker.open()), both(outboxSecrets, secrets));
            if (code != 0) {
                throw new AbortException(
                        "linkFindings: %s could not be told (exit code %d); the line above says what is wrong"
                                .formatted(tracker.name(), code));
            }
        } finally {
            machine.delete(work);
        }
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        var all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }
}
