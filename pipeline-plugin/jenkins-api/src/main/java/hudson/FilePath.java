package hudson;

import dev.gatehouse.jenkins.api.Signature;

public final class FilePath implements org.jenkinsci.remoting.SerializableOnlyOverRemoting {
    public FilePath(java.io.File a) {
        throw Signature.only();
    }

    public String getRemote() {
        throw Signature.only();
    }

    public void zip(hudson.FilePath a) throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public boolean equals(Object a) {
        throw Signature.only();
    }

    public int hashCode() {
        throw Signature.only();
    }

    public void copyFrom(java.io.InputStream a) throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public void copyFrom(hudson.FilePath a) throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public <T> T act(hudson.FilePath.FileCallable<T> a) throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public <V, E extends Throwable> V act(hudson.remoting.Callable<V, E> a)
            throws java.io.IOException, InterruptedException, E {
        throw Signature.only();
    }

    public hudson.model.Computer toComputer() {
        throw Signature.only();
    }

    public void mkdirs() throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public void deleteRecursive() throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public String getName() {
        throw Signature.only();
    }

    public hudson.FilePath sibling(String a) {
        throw Signature.only();
    }

    public hudson.FilePath child(String a) {
        throw Signature.only();
    }

    public hudson.FilePath getParent() {
        throw Signature.only();
    }

    public boolean delete() throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public boolean exists() throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public boolean isDirectory() throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public java.io.InputStream read() throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public java.io.InputStream read(hudson.FilePath a, java.nio.file.OpenOption... b)
            throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public java.io.OutputStream write() throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public void write(String a, String b) throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public String digest() throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public void copyTo(hudson.FilePath a) throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public hudson.Launcher createLauncher(hudson.model.TaskListener a)
            throws java.io.IOException, InterruptedException {
        throw Signature.only();
    }

    public String toString() {
        throw Signature.only();
    }

    public boolean isRemote() {
        throw Signature.only();
    }

    public hudson.remoting.VirtualChannel getChannel() {
        throw Signature.only();
    }

    public static interface FileCallable<T> extends java.io.Serializable, org.jenkinsci.remoting.RoleSensitive {
        T invoke(java.io.File a, hudson.remoting.VirtualChannel b) throws java.io.IOException, InterruptedException;
    }
}
