package dev.gatehouse.server.edge;

import java.util.List;

/**
 * How gateways are answered.
 *
 * @param reportOnly whether everybody is let through and refusals are only counted and told in a header
 * @param failClosed whether a request is refused when it cannot be decided: no or unreadable headers, an app that is not
 *     known, a document that has expired
 * @param exempt path prefixes at which any version may come in, such as the log-in page or the check itself
 */
public record EnforceSettings(boolean reportOnly, boolean failClosed, List<String> exempt) {
    public EnforceSettings {
        exempt = List.copyOf(exempt);
        for (var prefix : exempt) {
            if (!prefix.startsWith("/")) {
                throw new IllegalArgumentException("an exempt path begins with a slash: " + prefix);
            }
        }
    }
}
