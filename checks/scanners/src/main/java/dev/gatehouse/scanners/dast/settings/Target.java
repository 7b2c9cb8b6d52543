package dev.gatehouse.scanners.dast.settings;

import dev.gatehouse.findings.BadInput;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads addresses that people type. */
final class Target {
    private Target() {}

    static URI of(String text) {
        try {
            var address = new URI(text);
            if (address.getHost() == null
                    || address.getUserInfo() != null
                    || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                throw wrong(text);
            }
            return address.getRawPath().isEmpty() ? address.resolve("/") : address;
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
    }

    private static BadInput wrong(String text) {
        return new BadInput("'%s' is no address of an application: write it as http://127.0.0.1:8080/".formatted(text));
    }
}
