package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public interface Action extends hudson.model.ModelObject {
    String getIconFileName();

    String getDisplayName();

    String getUrlName();

    default String getDescription() {
        throw Signature.only();
    }
}
