package hudson;

import dev.gatehouse.jenkins.api.Signature;

public abstract class PluginManager {
    public hudson.model.Api getApi() {
        throw Signature.only();
    }

    protected abstract java.util.Collection<String> loadBundledPlugins() throws Exception;

    public String getDisplayName() {
        throw Signature.only();
    }

    public String getSearchUrl() {
        throw Signature.only();
    }

    public hudson.PluginWrapper whichPlugin(Class a) {
        throw Signature.only();
    }

    PluginManager() {}
}
