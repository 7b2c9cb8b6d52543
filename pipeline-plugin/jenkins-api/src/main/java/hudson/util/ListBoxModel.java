package hudson.util;

import dev.gatehouse.jenkins.api.Signature;

public class ListBoxModel extends java.util.ArrayList implements org.kohsuke.stapler.HttpResponse {
    public ListBoxModel() {
        throw Signature.only();
    }

    public ListBoxModel(java.util.Collection a) {
        throw Signature.only();
    }

    public void add(String a, String b) {
        throw Signature.only();
    }
}
