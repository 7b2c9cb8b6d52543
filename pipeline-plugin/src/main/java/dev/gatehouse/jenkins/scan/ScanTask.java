package dev.gatehouse.jenkins.scan;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.machine.Machine;
import dev.gatehouse.jenkins.result.ScanFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One scan: the command is run on a machine, and its report is brought back to the build. */
final class ScanTask {
    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int INCOMPLETE = 3;
    private static final List<Integer> WITH_REPORT = List.of(PASSED, FAILED, INCOMPLETE);

    private final Machine machine;
    private final Map<String, String> environment;
    private final Map<String, String> secrets;

    /**
     * @param environment beyond that of the build, such as where the vulnerability database is
     * @param secrets more of it, which the log does not show
     */
    ScanTask(Machine machine, Map<String, String> environment, Map<String, String> secrets) {
        this.machine = machine;
        this.environment = Map.copyOf(environment);
        this.secrets = Map.copyOf(secrets);
    }

    /**
     * Scans, and fills {@code kept} with the report's files.
     *
     * @param baseline report of an earlier build, here; none for what the settings say
     * @param floor the organisation's policy, here
     * @throws BadInput when the command was called wrongly; it has said in the log what is wrong
     * @throws IOException when it ended without a report
     */
    void run(ScanSettings settings, ScanFolder kept, Optional<Path> baseline, Optional<Path> floor)
            throws IOException, InterruptedException {
        var work = machine.inTemporaryFolder("gatehouse-" + kept.id());
        var out = machine.inWorkspace("gatehouse-report/" + kept.id());
        try {
            int code = machine.run(
                    commandLine(settings.checked(), out, placed(baseline, work, "baseline.json"), floorIn(work, floor)),
                    environment,
                    secrets);
            judge(code);
            bring(out, kept);
        } finally {
            machine.delete(work);
        }
    }

    private List<String> commandLine(ScanSettings settings, String out, String baseline, String floor)
            throws IOException, InterruptedException {
        var policy = settings.policy().isEmpty() ? "" : machine.inWorkspace(settings.policy());
        var file = settings.isBaselineFile() ? machine.inWorkspace(settings.baseline()) : baseline;
        var resolved = new ScanSettings(
                settings.directory(),
                settings.only(),
                policy,
                settings.baseline(),
                settings.target(),
                settings.failOn(),
                settings.dast(),
                settings.heap(),
                settings.offline(),
                settings.threads(),
                settings.timeLimit());
        return new ScanCommandLine(machine.java(), machine.distribution())
                .scan(resolved, machine.inWorkspace(settings.directory()), out, file, floor);
    }

    private String floorIn(String work, Optional<Path> floor) throws IOException, InterruptedException {
        return placed(floor, work, "floor.yml");
    }

    private String placed(Optional<Path> file, String work, String name) throws IOException, InterruptedException {
        if (file.isEmpty()) {
            return "";
        }
        var there = work + "/" + name;
        machine.put(file.get(), there);
        return there;
    }

    private static void judge(int code) throws IOException {
        if (code == BAD_INPUT) {
            throw new BadInput(
                    "the scan was called wrongly; the line above says what is wrong and what would be right");
        }
        if (!WITH_REPORT.contains(code)) {
            throw new IOException(
                    "the scan ended with exit code %d and without a report; the log above has its last words"
                            .formatted(code));
        }
    }

    private void bring(String out, ScanFolder kept) throws IOException, InterruptedException {
        for (var name : ScanFolder.FILES) {
            boolean there = machine.fetch(out + "/" + name, kept.file(name));
            if (!there && name.equals(ScanFolder.REPORT)) {
                throw new IOException("the scan left no %s in %s".formatted(name, out));
            }
        }
        if (!Files.isRegularFile(kept.file(ScanFolder.REPORT))) {
            throw new IOException("the report did not arrive");
        }
    }
}
