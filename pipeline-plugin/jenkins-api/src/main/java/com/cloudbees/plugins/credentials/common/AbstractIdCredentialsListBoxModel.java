package com.cloudbees.plugins.credentials.common;

import dev.gatehouse.jenkins.api.Signature;

public abstract class AbstractIdCredentialsListBoxModel<
                T extends com.cloudbees.plugins.credentials.common.AbstractIdCredentialsListBoxModel<T, C>,
                C extends com.cloudbees.plugins.credentials.common.IdCredentials>
        extends hudson.util.ListBoxModel {
    public AbstractIdCredentialsListBoxModel() {
        throw Signature.only();
    }

    protected abstract String describe(C a);

    public com.cloudbees.plugins.credentials.common.AbstractIdCredentialsListBoxModel<T, C> includeEmptyValue() {
        throw Signature.only();
    }

    public com.cloudbees.plugins.credentials.common.AbstractIdCredentialsListBoxModel<T, C> includeAs(
            org.springframework.security.core.Authentication a, hudson.model.ItemGroup b, Class<? extends C> c) {
        throw Signature.only();
    }

    public com.cloudbees.plugins.credentials.common.AbstractIdCredentialsListBoxModel<T, C> includeCurrentValue(
            String a) {
        throw Signature.only();
    }
}
