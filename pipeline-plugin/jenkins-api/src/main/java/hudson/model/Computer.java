package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class Computer implements hudson.security.AccessControlled {
    public static final java.util.concurrent.ExecutorService threadPoolForRemoting = null;

    public void addAction(hudson.model.Action a) {
        throw Signature.only();
    }

    public abstract hudson.remoting.VirtualChannel getChannel();

    public abstract java.nio.charset.Charset getDefaultCharset();

    public abstract java.util.List<java.util.logging.LogRecord> getLogRecords()
            throws java.io.IOException, InterruptedException;

    public abstract void doLaunchSlaveAgent(
            org.kohsuke.stapler.StaplerRequest2 a, org.kohsuke.stapler.StaplerResponse2 b)
            throws java.io.IOException, jakarta.servlet.ServletException;

    public final void launch() {
        throw Signature.only();
    }

    protected abstract java.util.concurrent.Future<?> _connect(boolean a);

    public int getNumExecutors() {
        throw Signature.only();
    }

    public String getName() {
        throw Signature.only();
    }

    public abstract Boolean isUnix();

    public hudson.model.Node getNode() {
        throw Signature.only();
    }

    public final boolean isOnline() {
        throw Signature.only();
    }

    public boolean isOffline() {
        throw Signature.only();
    }

    public String getIconClassName() {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    public String getUrl() {
        throw Signature.only();
    }

    protected void kill() {
        throw Signature.only();
    }

    public String getDescription() {
        throw Signature.only();
    }

    protected boolean isAlive() {
        throw Signature.only();
    }

    public void interrupt() {
        throw Signature.only();
    }

    public String getSearchUrl() {
        throw Signature.only();
    }

    public hudson.model.Api getApi() {
        throw Signature.only();
    }

    Computer() {}
}
