package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public class User extends hudson.model.AbstractModelObject {
    public static hudson.model.User getById(String a, boolean b) {
        throw Signature.only();
    }

    public org.springframework.security.core.Authentication impersonate2() {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    public String getSearchUrl() {
        throw Signature.only();
    }

    User() {}
}
