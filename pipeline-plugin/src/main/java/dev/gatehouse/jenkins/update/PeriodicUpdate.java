package dev.gatehouse.jenkins.update;

import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.jenkins.config.UpdateStatus;
import dev.gatehouse.jenkins.machine.NodeShell;
import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Looks every few minutes whether an update is due. Jenkins never runs two at once. */
@Extension
public final class PeriodicUpdate extends AsyncPeriodicWork {
    private static final long TEN_MINUTES = 10 * MIN;
    /** A first update from the NVD takes hours. */
    private static final Duration LONGEST = Duration.ofHours(12);

    public PeriodicUpdate() {
        super("Gatehouse: update of the vulnerability database");
    }

    @Override
    public long getRecurrencePeriod() {
        return TEN_MINUTES;
    }

    @Override
    protected void execute(TaskListener listener) throws IOException, InterruptedException {
        var configuration = GatehouseConfiguration.get();
        new DatabaseUpdate(
                        NodeShell.controller(LONGEST, listener.getLogger()),
                        CredentialLookup.ofJenkins(),
                        UpdateStatus.file(),
                        Clock.systemUTC())
                .run(configuration.database(), configuration.updates())
                .ifPresent(status -> listener.getLogger().println(status.sentence()));
    }
}
