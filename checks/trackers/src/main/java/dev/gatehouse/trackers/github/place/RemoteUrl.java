package dev.gatehouse.trackers.github.place;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a git remote, in any form that git takes: {@code https://host/owner/name.git},
 * {@code git@host:owner/name.git}, {@code ssh://git@host:22/owner/name}, {@code git://host/owner/name}.
 *
 * @param host lower case, without user and port of SSH
 */
public record RemoteUrl(String host, RepositoryName repository) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?<scheme>https?|ssh|git|git\\+ssh)://(?:[^@/]*@)?(?<host>[^/:@]+)(?<port>:\\d+)?/+(?<path>.+)");
    private static final Pattern SCP = Pattern.compile("(?:[^@/:]+@)?(?<host>[^/:@]{2,}):(?<path>[^:]+)");
    /** GitHub's SSH over the port of HTTPS has a host name of its own. */
    private static final String SSH_OVER_HTTPS = "ssh.github.com";

    /** Empty when the address is a folder, or does not end in an owner and a name. */
    public static Optional<RemoteUrl> parse(String url) {
        var text = url.strip();
        var address = ADDRESS.matcher(text);
        if (address.matches()) {
            boolean isWeb = address.group("scheme").toLowerCase(Locale.ROOT).startsWith("http");
            var port = isWeb && address.group("port") != null ? address.group("port") : "";
            return at(address.group("host") + port, address.group("path"));
        }
        var scp = SCP.matcher(text);
        return scp.matches() && !text.contains("://") ? at(scp.group("host"), scp.group("path")) : Optional.empty();
    }

    private static Optional<RemoteUrl> at(String host, String path) {
        var parts = path.replaceFirst("^/+", "")
                .replaceFirst("/+$", "")
                .replaceFirst("(?i)\\.git$", "")
                .split("/", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        var lower = host.toLowerCase(Locale.ROOT);
        try {
            return Optional.of(new RemoteUrl(
                    lower.equals(SSH_OVER_HTTPS) ? "github.com" : lower, new RepositoryName(parts[0], parts[1])));
        } catch (dev.gatehouse.findings.BadInput e) {
            return Optional.empty();
        }
    }

    /** Where the API of this host is: {@code api.github.com}, {@code api.NAME.ghe.com}, or {@code HOST/api/v3}. */
    public String api() {
        if (host.equals("github.com") || host.endsWith(".ghe.com")) {
            return "https://api." + host;
        }
        return "https://" + host + "/api/v3";
    }
}
