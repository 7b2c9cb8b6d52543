package hudson;

import dev.gatehouse.jenkins.api.Signature;

public class AbortException extends java.io.IOException {
    public AbortException() {
        throw Signature.only();
    }

    /** The one body that is real: tests need a sentence to be told in. */
    public AbortException(String a) {
        super(a);
    }
}
