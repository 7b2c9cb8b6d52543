package dev.gatehouse.jenkins.scan;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.jenkins.machine.AgentMachine;
import dev.gatehouse.jenkins.page.BuildScans;
import dev.gatehouse.jenkins.result.ScanFolder;
import dev.gatehouse.jenkins.result.ScanSummary;
import hudson.AbortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scan in a build: where to compare with, the scan itself, its record, and what the build's log says of it. */
final class RecordedScanTask {
    private final BuildPlace place;
    private final ScanOptions options;

    RecordedScanTask(BuildPlace place, ScanOptions options) {
        this.place = place;
        this.options = options;
    }

    /** @throws AbortException with a sentence, when there is no report to judge by */
    ScanSummary run() throws IOException, InterruptedException {
        try {
            var settings = options.settings();
            var kept = ScanFolder.reserve(place.run().getRootDir().toPath(), wantedId());
            ScanSummary summary = null;
            try {
                scan(settings, kept);
                summary = ScanSummary.of(kept.id(), kept.report());
                BuildScans.record(place.run(), summary);
            } finally {
                if (summary == null) {
                    kept.discard();
                }
            }
            tell(summary);
            return summary;
        } catch (BadInput e) {
            throw new AbortException("Gatehouse: " + e.getMessage());
        }
    }

    /** The user's, else the parallel branch's, so that it is the same in every build. */
    private String wantedId() {
        return options.getId().isEmpty() ? String.join("-", place.branches()) : options.getId();
    }

    private void scan(ScanSettings settings, ScanFolder kept) throws IOException, InterruptedException {
        var baseline = Baselines.find(
                place.run(), kept.id(), settings.baseline(), place.environment().get("CHANGE_TARGET", ""));
        if (!baseline.says().isEmpty()) {
            place.tell(baseline.says());
        }
        var configuration = GatehouseConfiguration.get();
        var machine = new AgentMachine(
                place.workspace(), place.environment(), place.launcher(), place.listener(), options.getJdk());
        var database = configuration.database();
        var credentials = CredentialLookup.of(place.run());
        var floor = floor(configuration.getPolicyFloor());
        try {
            new ScanTask(machine, database.open(credentials), database.secrets(credentials))
                    .run(settings, kept, baseline.report(), Optional.ofNullable(floor));
        } finally {
            if (floor != null) {
                Files.deleteIfExists(floor);
            }
        }
    }

    private static @Nullable Path floor(String text) throws IOException {
        return text.isBlank() ? null : Files.writeString(Files.createTempFile("gatehouse-floor", ".yml"), text);
    }

    private void tell(ScanSummary summary) {
        place.tell("%s: %s; %d new, %d existing, %d fixed, %d accepted, %d set aside by triage"
                .formatted(
                        summary.getId(),
                        summary.getVerdict(),
                        summary.getNewFindings(),
                        summary.getExistingFindings(),
                        summary.getFixedFindings(),
                        summary.getAcceptedFindings(),
                        summary.getAsideFindings()));
        summary.getReasons().forEach(reason -> place.tell("not passed: " + reason));
        summary.getIncomplete().forEach(reason -> place.tell("incomplete: " + reason));
    }
}
