package com.cloudbees.plugins.credentials;

import dev.gatehouse.jenkins.api.Signature;

public abstract class CredentialsProvider
        extends hudson.model.Descriptor<com.cloudbees.plugins.credentials.CredentialsProvider>
        implements hudson.ExtensionPoint,
                hudson.model.Describable<com.cloudbees.plugins.credentials.CredentialsProvider>,
                org.jenkins.ui.icon.IconSpec {
    public CredentialsProvider() {
        throw Signature.only();
    }

    public static <C extends com.cloudbees.plugins.credentials.common.IdCredentials> C findCredentialById(
            String a, Class<C> b, hudson.model.Run<?, ?> c) {
        throw Signature.only();
    }

    public static <C extends com.cloudbees.plugins.credentials.Credentials>
            java.util.List<C> lookupCredentialsInItemGroup(
                    Class<C> a, hudson.model.ItemGroup b, org.springframework.security.core.Authentication c) {
        throw Signature.only();
    }

    public hudson.model.Descriptor<com.cloudbees.plugins.credentials.CredentialsProvider> getDescriptor() {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    public String getIconClassName() {
        throw Signature.only();
    }

    public final boolean isApplicable(Class<? extends com.cloudbees.plugins.credentials.Credentials> a) {
        throw Signature.only();
    }

    public final boolean isApplicable(hudson.model.Descriptor<?> a) {
        throw Signature.only();
    }
}
