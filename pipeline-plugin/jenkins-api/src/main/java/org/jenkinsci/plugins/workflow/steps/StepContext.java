package org.jenkinsci.plugins.workflow.steps;

import dev.gatehouse.jenkins.api.Signature;

public abstract class StepContext
        implements com.google.common.util.concurrent.FutureCallback<Object>, java.io.Serializable {
    public StepContext() {
        throw Signature.only();
    }

    public abstract <T> T get(Class<T> a) throws java.io.IOException, InterruptedException;

    public abstract void onSuccess(Object a);

    public abstract boolean isReady();

    public abstract com.google.common.util.concurrent.ListenableFuture<Void> saveState();

    public abstract void setResult(hudson.model.Result a);

    public abstract boolean equals(Object a);

    public abstract int hashCode();
}
