package hudson.model;

public abstract class AbstractProject<P, R> extends hudson.model.Job {
    AbstractProject() {
        super((hudson.model.ItemGroup) null, (String) null);
    }
}
