package dev.gatehouse.server.control.web;

import dev.gatehouse.findings.BadInput;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reverse proxies that are believed when they say for whom they ask; nobody else is.
 *
 * @param addresses of theirs, as the system writes them
 */
public record Proxies(Set<String> addresses) {
    public static final Proxies NONE = new Proxies(Set.of());

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    /** Throws {@link BadInput} for what is no address. */
    public Proxies {
        addresses = Set.copyOf(addresses);
        addresses.stream()
                .filter(address -> !ADDRESS.matcher(address).matches())
                .findFirst()
                .ifPresent(address -> {
                    throw new BadInput("'%s' is no address of a proxy: write it as 10.0.0.5".formatted(address));
                });
    }

    /**
     * Who asks: the last address of {@code X-Forwarded-For} that is none of a proxy's, since everything before it could be
     * made up.
     */
    String client(String peer, String forwardedFor) {
        var client = peer;
        var hops = forwardedFor.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && addresses.contains(client); i--) {
            var hop = hops[i].strip();
            if (!ADDRESS.matcher(hop).matches()) {
                break;
            }
            client = hop;
        }
        return client;
    }

    /** Whether a proxy says that it was asked by TLS. */
    boolean isSecure(String peer, String forwardedProto) {
        return addresses.contains(peer) && forwardedProto.equals("https");
    }
}
