package dev.gatehouse.server.control.web;

/** Header fields of every reply to a person: nothing foreign runs in a page, nobody frames it, no cache keeps it. */
final class SafetyFields {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SafetyFields() {}

    static Reply on(Reply reply, boolean secure) {
        var safe = reply.with("content-security-policy", POLICY)
                .with("x-content-type-options", "nosniff")
                .with("x-frame-options", "DENY")
                .with("referrer-policy", "same-origin")
                .with("cross-origin-opener-policy", "same-origin")
                .with("cross-origin-resource-policy", "same-origin")
                .with("permissions-policy", "camera=(), microphone=(), geolocation=()");
        if (!reply.has("cache-control")) {
            safe = safe.with("cache-control", "no-store");
        }
        // two years; a browser that knows this never sends a password in the clear
        return secure ? safe.with("strict-transport-security", "max-age=63072000") : safe;
    }
}
