package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public abstract class AbstractModelObject implements hudson.search.SearchableModelObject {
    public AbstractModelObject() {
        throw Signature.only();
    }

    protected final void sendError(String a) throws jakarta.servlet.ServletException, java.io.IOException {
        throw Signature.only();
    }

    public String getSearchName() {
        throw Signature.only();
    }
}
