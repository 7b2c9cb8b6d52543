package dev.gatehouse.server.http.listen;

import dev.gatehouse.findings.BadInput;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a listener listens.
 *
 * @param port 0 for any free one
 */
public record Address(String host, int port) {
    private static final int LAST_PORT = 65_535;

    /** Reads {@code host:port}, {@code [::1]:port} or {@code :port}, which is every address of the machine. */
    public static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        var host = colon < 0 ? "" : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        var number = text.substring(colon + 1);
        if (colon < 0 || !number.matches("[0-9]{1,5}") || Integer.parseInt(number) > LAST_PORT) {
            throw new BadInput(
                    "'%s' is no address to listen at: write it as 127.0.0.1:8080, [::1]:8080 or :8443".formatted(text));
        }
        return new Address(host.isEmpty() ? "0.0.0.0" : host, Integer.parseInt(number));
    }

    /** Whether only this machine can reach it. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new BadInput("%s: is no address of this machine".formatted(host), e);
        }
    }
}
