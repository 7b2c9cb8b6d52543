package hudson;

import dev.gatehouse.jenkins.api.Signature;

public class PluginWrapper {
    public final java.net.URL baseResourceURL = null;

    public String getDisplayName() {
        throw Signature.only();
    }

    public hudson.model.Api getApi() {
        throw Signature.only();
    }

    public String getUrl() {
        throw Signature.only();
    }

    public String toString() {
        throw Signature.only();
    }

    PluginWrapper() {}
}
