package dev.gatehouse.findings.report.sarif;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** File names and addresses as URI references (RFC 3986): what is not allowed there is percent-encoded UTF-8. */
final class ArtifactUri {
    private static final String UNRESERVED = "-._~";
    private static final String PATH = UNRESERVED + "/!$&'()*+,;=@";
    /** An address is encoded already, as far as its sender did so; only what no URI may hold is replaced. */
    private static final String ADDRESS = PATH + ":?#%";

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*");
    private static final Pattern ABSOLUTE_ON_A_DRIVE = Pattern.compile("(?s)[A-Za-z]:[/\\\\].*");
    private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private ArtifactUri() {}

    /** A path with {@code /} or {@code \} between folders; absolute ones become {@code file:} addresses. */
    static String path(String path) {
        var folders = path.replace('\\', '/');
        if (DRIVE.matcher(folders).matches()) {
            return "file:///" + folders.charAt(0) + ":" + encode(folders.substring(2), PATH);
        }
        return (isAbsolute(path) ? "file://" : "") + encode(folders, PATH);
    }

    static boolean isAbsolute(String path) {
        return path.startsWith("/")
                || path.startsWith("\\")
                || ABSOLUTE_ON_A_DRIVE.matcher(path).matches();
    }

    static String address(String url) {
        // a percent sign that starts no escape would make the whole address invalid
        return encode(NO_ESCAPE.matcher(url).replaceAll("%25"), ADDRESS);
    }

    private static String encode(String text, String allowed) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean isPlain =
                    character < 0x80 && (Character.isLetterOrDigit(character) || allowed.indexOf(character) >= 0);
            if (isPlain) {
                encoded.append(character);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
            }
        }
        return encoded.toString();
    }
}
