package hudson.model;

public interface Item
        extends hudson.model.PersistenceRoot,
                jenkins.model.FullyNamedModelObject,
                hudson.search.SearchableModelObject,
                jenkins.model.FullyNamed,
                jenkins.model.Named,
                hudson.security.AccessControlled,
                jenkins.util.io.OnMaster {
    public static final hudson.security.Permission READ = null;

    hudson.model.ItemGroup<? extends hudson.model.Item> getParent();

    java.util.Collection<? extends hudson.model.Job> getAllJobs();

    String getName();

    String getFullName();

    String getDisplayName();

    String getUrl();

    String getShortUrl();

    void onLoad(hudson.model.ItemGroup<? extends hudson.model.Item> a, String b) throws java.io.IOException;

    void onCopiedFrom(hudson.model.Item a);

    void save() throws java.io.IOException;

    void delete() throws java.io.IOException, InterruptedException;
}
