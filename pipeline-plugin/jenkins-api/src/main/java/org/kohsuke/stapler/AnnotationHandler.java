package org.kohsuke.stapler;

import dev.gatehouse.jenkins.api.Signature;

public abstract class AnnotationHandler<T extends java.lang.annotation.Annotation> {
    public AnnotationHandler() {
        throw Signature.only();
    }
}
