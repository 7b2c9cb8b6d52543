package hudson.model;

public interface ItemGroup<T extends hudson.model.Item>
        extends jenkins.model.FullyNamed, jenkins.model.FullyNamedModelObject, hudson.model.PersistenceRoot {
    java.util.Collection<T> getItems();

    String getUrl();

    String getUrlChildPrefix();

    T getItem(String a);

    java.io.File getRootDirFor(T a);

    void onDeleted(T a) throws java.io.IOException;
}
