package dev.gatehouse.jenkins.page;

import hudson.model.Api;
import hudson.model.Item;
import hudson.model.Run;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerProxy;

/** Pages below a build, with a REST API, for whoever may read its job. */
public abstract class BuildPages implements RunAction2, StaplerProxy {
    private transient @Nullable Run<?, ?> run;

    @Override
    public void onAttached(Run<?, ?> build) {
        run = build;
    }

    @Override
    public void onLoad(Run<?, ?> build) {
        run = build;
    }

    public Run<?, ?> getRun() {
        if (run == null) {
            throw new IllegalStateException("not attached to a build yet");
        }
        return run;
    }

    public Api getApi() {
        return new Api(this);
    }

    /** Everything below needs the right to see the job. */
    @Override
    public Object getTarget() {
        getRun().getParent().checkPermission(Item.READ);
        return this;
    }
}
