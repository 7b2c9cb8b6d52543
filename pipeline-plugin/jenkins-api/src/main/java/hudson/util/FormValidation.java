package hudson.util;

import dev.gatehouse.jenkins.api.Signature;

public abstract class FormValidation extends java.io.IOException implements org.kohsuke.stapler.HttpResponse {
    public static hudson.util.FormValidation error(String a) {
        throw Signature.only();
    }

    public static hudson.util.FormValidation ok(String a) {
        throw Signature.only();
    }

    public static hudson.util.FormValidation ok() {
        throw Signature.only();
    }

    public abstract String renderHtml();

    FormValidation() {}
}
