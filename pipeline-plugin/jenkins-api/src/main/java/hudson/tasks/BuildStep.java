package hudson.tasks;

public interface BuildStep {
    hudson.model.Action getProjectAction(hudson.model.AbstractProject<?, ?> a);

    java.util.Collection<? extends hudson.model.Action> getProjectActions(hudson.model.AbstractProject<?, ?> a);
}
