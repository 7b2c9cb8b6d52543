package hudson.remoting;

import dev.gatehouse.jenkins.api.Signature;

public class RemoteInputStream extends java.io.InputStream
        implements org.jenkinsci.remoting.SerializableOnlyOverRemoting {
    public RemoteInputStream(java.io.InputStream a) {
        throw Signature.only();
    }

    public RemoteInputStream(java.io.InputStream a, hudson.remoting.RemoteInputStream.Flag b) {
        throw Signature.only();
    }

    public int read() throws java.io.IOException {
        throw Signature.only();
    }

    public int read(byte[] a) throws java.io.IOException {
        throw Signature.only();
    }

    public int read(byte[] a, int b, int c) throws java.io.IOException {
        throw Signature.only();
    }

    public void close() throws java.io.IOException {
        throw Signature.only();
    }

    public static enum Flag {
        GREEDY,
        NOT_GREEDY,
        MANUAL_UNEXPORT
    }
}
