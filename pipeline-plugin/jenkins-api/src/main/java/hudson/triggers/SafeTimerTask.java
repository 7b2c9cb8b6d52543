package hudson.triggers;

import dev.gatehouse.jenkins.api.Signature;

public abstract class SafeTimerTask extends java.util.TimerTask {
    public final void run() {
        throw Signature.only();
    }

    protected abstract void doRun() throws Exception;
}
