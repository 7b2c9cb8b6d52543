package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public class Api extends hudson.model.AbstractModelObject {
    public Api(Object a) {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    public String getSearchUrl() {
        throw Signature.only();
    }
}
