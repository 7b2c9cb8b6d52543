package hudson;

import dev.gatehouse.jenkins.api.Signature;

public class AbortException extends java.io.IOException {
    public AbortException() {
        throw Signature.only();
    }

    public AbortException(String a) {
        throw Signature.only();
    }
}
