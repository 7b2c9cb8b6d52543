package hudson.security;

import dev.gatehouse.jenkins.api.Signature;

public class ACLContext implements AutoCloseable {
    public void close() {
        throw Signature.only();
    }

    ACLContext() {}
}
