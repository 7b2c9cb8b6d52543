package org.jvnet.localizer;

import dev.gatehouse.jenkins.api.Signature;

public final class ResourceBundleHolder implements java.io.Serializable {
    public static synchronized org.jvnet.localizer.ResourceBundleHolder get(Class<?> a) {
        throw Signature.only();
    }

    ResourceBundleHolder() {}
}
