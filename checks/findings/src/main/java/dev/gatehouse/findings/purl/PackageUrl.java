package dev.gatehouse.findings.purl;

import dev.gatehouse.findings.BadInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A package URL (ECMA-427), decoded: {@code pkg:maven/org.apache.struts/struts2-core@2.3.20}.
 *
 * @param type in lower case, such as {@code maven}
 * @param namespace segments joined by {@code /}; empty when there is none
 * @param qualifiers keys in lower case
 */
public record PackageUrl(
        String type,
        String namespace,
        String name,
        @Nullable String version,
        Map<String, String> qualifiers) {
    private static final int MAX_LENGTH = 2000;

    /** Qualifier values that say no more than their absence does. */
    private static final Map<String, String> IMPLIED = Map.of("type", "jar");

    public PackageUrl {
        qualifiers = Map.copyOf(qualifiers);
    }

    /** Reads a package URL; what is none is refused. */
    public static PackageUrl of(String text) {
        if (!text.regionMatches(true, 0, "pkg:", 0, 4) || text.length() > MAX_LENGTH) {
            throw noPurl(text);
        }
        var rest = before(text.substring(4), '#');
        var qualifiers = qualifiers(after(rest, '?'));
        rest = before(rest, '?');
        int at = rest.indexOf('@', Math.max(0, rest.lastIndexOf('/')) + 1);
        var version = at < 0 ? null : decoded(rest.substring(at + 1), text);
        var path = Arrays.stream((at < 0 ? rest : rest.substring(0, at)).split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decoded(segment, text))
                .toList();
        if (path.size() < 2 || !path.get(0).matches("[A-Za-z][A-Za-z0-9.+-]{0,30}")) {
            throw noPurl(text);
        }
        return new PackageUrl(
                path.get(0).toLowerCase(Locale.ROOT),
                String.join("/", path.subList(1, path.size() - 1)),
                path.get(path.size() - 1),
                version == null || version.isEmpty() ? null : version,
                qualifiers);
    }

    /** The same package whatever its version: type, namespace and name, without encoding. */
    public String withoutVersion() {
        return "pkg:%s/%s%s".formatted(type, namespace.isEmpty() ? "" : namespace + "/", name);
    }

    /** The package and its version, without encoding and qualifiers. */
    public String withVersion() {
        return version == null ? withoutVersion() : withoutVersion() + "@" + version;
    }

    /**
     * Whether a statement about this package holds for {@code found}: the same package in the same version, and every
     * qualifier named here is the found one's.
     */
    public boolean covers(PackageUrl found) {
        return version != null
                && version.equals(found.version)
                && isSamePackage(found)
                && qualifiers.entrySet().stream()
                        .allMatch(named -> named.getValue()
                                .equals(found.qualifiers.getOrDefault(
                                        named.getKey(), IMPLIED.getOrDefault(named.getKey(), ""))));
    }

    /** Whether type, namespace and name are the same, whatever the versions. */
    public boolean isSamePackage(PackageUrl other) {
        return type.equals(other.type) && namespace.equals(other.namespace) && name.equals(other.name);
    }

    private static Map<String, String> qualifiers(String text) {
        var found = new TreeMap<String, String>();
        for (var pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(
                        pair.substring(0, equals).toLowerCase(Locale.ROOT), decoded(pair.substring(equals + 1), text));
            }
        }
        return found;
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String after(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? "" : text.substring(at + 1);
    }

    /** Percent-decodes; unlike a form's value, a plus stays a plus. */
    private static String decoded(String text, String whole) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                if (i + 2 >= bytes.length
                        || !HexFormat.isHexDigit(bytes[i + 1])
                        || !HexFormat.isHexDigit(bytes[i + 2])) {
                    throw noPurl(whole);
                }
                decoded[length++] =
                        (byte) (HexFormat.fromHexDigit(bytes[i + 1]) * 16 + HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else {
                decoded[length++] = bytes[i];
            }
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static BadInput noPurl(String text) {
        return new BadInput("'%s' is no package URL; write it as pkg:maven/org.example/library@1.2.3"
                .formatted(text.length() > 100 ? text.substring(0, 100) + "…" : text));
    }
}
