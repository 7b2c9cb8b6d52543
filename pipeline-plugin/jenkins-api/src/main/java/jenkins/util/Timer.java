package jenkins.util;

import dev.gatehouse.jenkins.api.Signature;

public class Timer {
    public static synchronized java.util.concurrent.ScheduledExecutorService get() {
        throw Signature.only();
    }

    Timer() {}
}
