package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class PeriodicWork extends hudson.triggers.SafeTimerTask implements hudson.ExtensionPoint {
    protected static final long MIN = 60000;

    protected static final long HOUR = 3600000;

    public abstract long getRecurrencePeriod();

    public long getInitialDelay() {
        throw Signature.only();
    }
}
