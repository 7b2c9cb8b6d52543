package hudson.remoting;

public interface VirtualChannel {
    <V, T extends Throwable> V call(hudson.remoting.Callable<V, T> a)
            throws java.io.IOException, T, InterruptedException;

    void close() throws java.io.IOException;

    void join() throws InterruptedException;

    void join(long a) throws InterruptedException;

    <T> T export(Class<T> a, T b);

    void syncLocalIO() throws InterruptedException;
}
