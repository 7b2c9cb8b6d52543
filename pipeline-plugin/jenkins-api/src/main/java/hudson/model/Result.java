package hudson.model;

import dev.gatehouse.jenkins.api.Signature;

public final class Result implements java.io.Serializable {
    public static final hudson.model.Result UNSTABLE = null;

    public static final hudson.model.Result FAILURE = null;

    public final int ordinal = 0;

    public String toString() {
        throw Signature.only();
    }

    Result() {}
}
