package dev.gatehouse.jenkins.update;

import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.UpdatePlan;
import dev.gatehouse.jenkins.config.UpdateStatus;
import dev.gatehouse.jenkins.config.VulnerabilityDatabase;
import dev.gatehouse.jenkins.machine.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;

/** Updates when it is time, and writes down what came of it: also a failure waits for its next time. */
final class DatabaseUpdate {
    private final Shell shell;
    private final CredentialLookup lookup;
    private final Path statusFile;
    private final Clock clock;

    DatabaseUpdate(Shell shell, CredentialLookup lookup, Path statusFile, Clock clock) {
        this.shell = shell;
        this.lookup = lookup;
        this.statusFile = statusFile;
        this.clock = clock;
    }

    /** What came of it; empty when it was not time. */
    Optional<UpdateStatus> run(VulnerabilityDatabase database, UpdatePlan plan)
            throws IOException, InterruptedException {
        var begun = clock.instant();
        if (!plan.isDue(database, UpdateStatus.read(statusFile).map(UpdateStatus::begun), begun)) {
            return Optional.empty();
        }
        var status = updated(database, plan, begun);
        status.write(statusFile);
        return Optional.of(status);
    }

    private UpdateStatus updated(VulnerabilityDatabase database, UpdatePlan plan, java.time.Instant begun)
            throws InterruptedException {
        try {
            var secrets = new HashMap<>(database.secrets(lookup));
            secrets.putAll(plan.secrets(lookup));
            var said = shell.run(plan.command(), database.open(lookup), secrets);
            return UpdateStatus.of(begun, said.code() == 0, said.text());
        } catch (IOException e) {
            return UpdateStatus.of(begun, false, String.valueOf(e.getMessage()));
        }
    }
}
