package jenkins.tasks;

import dev.gatehouse.jenkins.api.Signature;

public interface SimpleBuildStep extends hudson.tasks.BuildStep {
    default void perform(
            hudson.model.Run<?, ?> a,
            hudson.FilePath b,
            hudson.EnvVars c,
            hudson.Launcher d,
            hudson.model.TaskListener e)
            throws InterruptedException, java.io.IOException {
        throw Signature.only();
    }

    public static interface LastBuildAction extends hudson.model.Action {
        java.util.Collection<? extends hudson.model.Action> getProjectActions();
    }
}
