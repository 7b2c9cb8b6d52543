package dev.gatehouse.server.control.oidc;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/**
 * The provider, and what this server is to it.
 *
 * @param issuer as ID tokens name it, without a slash at its end unless they have one
 * @param address of this server as browsers see it, without a slash at its end
 * @param label what the provider is called on the button
 * @param secondStepHere whether a code of the authenticator is asked for here too; else the provider is relied on for it
 */
public record OidcSettings(
        String issuer, String clientId, String clientSecret, String address, String label, boolean secondStepHere) {
    private static final Set<String> NAMES =
            Set.of("issuer", "clientId", "clientSecret", "address", "label", "secondStep");

    /** Reads a file of lines such as {@code issuer=https://id.example}; throws {@link BadInput} with what is wrong. */
    public static OidcSettings read(Path file) {
        var lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("%s: the settings of OpenID Connect cannot be read".formatted(file), e);
        }
        lines.stringPropertyNames().stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInput(
                            "%s: has a line '%s'; known are issuer, clientId, clientSecret, address, label and"
                                            .formatted(file, name)
                                    + " secondStep");
                });
        var secondStep = lines.getProperty("secondStep", "provider").strip();
        if (!secondStep.equals("provider") && !secondStep.equals("gatehouse")) {
            throw new BadInput("%s: secondStep is provider or gatehouse".formatted(file));
        }
        return new OidcSettings(
                safe(file, needed(file, lines, "issuer")),
                needed(file, lines, "clientId"),
                needed(file, lines, "clientSecret"),
                safe(file, needed(file, lines, "address")).replaceFirst("/$", ""),
                lines.getProperty("label", "single sign-on").strip(),
                secondStep.equals("gatehouse"));
    }

    /** Where the provider sends browsers back to; has to be registered there. */
    String callback() {
        return address + "/login/oidc/callback";
    }

    /** Without the secret, for whoever prints it. */
    @Override
    public String toString() {
        return "%s as %s".formatted(issuer, clientId);
    }

    /** An address that nobody on the way can read or change: by TLS, or on this machine. */
    static boolean isSafe(String address) {
        try {
            var uri = URI.create(address);
            var host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback(host)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String safe(Path file, String address) {
        if (!isSafe(address)) {
            throw new BadInput("%s: '%s' is no address such as https://id.example".formatted(file, address));
        }
        return address;
    }

    private static String needed(Path file, Properties lines, String name) {
        var value = lines.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new BadInput("%s: needs a line that begins with %s=".formatted(file, name));
        }
        return value;
    }
}
