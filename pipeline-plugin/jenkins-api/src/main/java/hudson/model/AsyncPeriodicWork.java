package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class AsyncPeriodicWork extends hudson.model.PeriodicWork {
    protected AsyncPeriodicWork(String a) {
        throw Signature.only();
    }

    public final void doRun() {
        throw Signature.only();
    }

    protected abstract void execute(hudson.model.TaskListener a) throws java.io.IOException, InterruptedException;
}
