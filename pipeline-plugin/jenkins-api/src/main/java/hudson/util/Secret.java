package hudson.util;

import dev.gatehouse.jenkins.api.Signature;

public final class Secret implements java.io.Serializable {
    public String toString() {
        throw Signature.only();
    }

    public String getPlainText() {
        throw Signature.only();
    }

    public boolean equals(Object a) {
        throw Signature.only();
    }

    public int hashCode() {
        throw Signature.only();
    }

    Secret() {}
}
