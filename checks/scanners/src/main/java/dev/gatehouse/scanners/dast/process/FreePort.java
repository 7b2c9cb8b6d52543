package dev.gatehouse.scanners.dast.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A loopback port that nobody listens on; somebody may by the time it is used, so whoever asks tries again. It is below those that
 * systems give to outgoing connections (Linux from 32768, RFC 6335 from 49152): one of those may be gone in the seconds that a
 * program needs to start, because of a connection that has nothing to do with it.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 100;

    private FreePort() {}

    public static int find() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port was found between %d and %d".formatted(FIRST, LAST));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
