package com.cloudbees.plugins.credentials.common;

import dev.gatehouse.jenkins.api.Signature;

public class StandardListBoxModel
        extends com.cloudbees.plugins.credentials.common.AbstractIdCredentialsListBoxModel<
                com.cloudbees.plugins.credentials.common.StandardListBoxModel,
                com.cloudbees.plugins.credentials.common.StandardCredentials> {
    public StandardListBoxModel() {
        throw Signature.only();
    }

    protected String describe(com.cloudbees.plugins.credentials.common.StandardCredentials a) {
        throw Signature.only();
    }
}
