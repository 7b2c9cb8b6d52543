package dev.gatehouse.findings.identity;

import dev.gatehouse.findings.model.Location;
import java.util.regex.Pattern;

/**
 * A library without its version.
 *
 * @param text package URL up to the version, such as {@code pkg:maven/org.apache.struts/struts2-core}; for a file of
 *     which no package is known, {@code pkg:generic/} and its name without version and extension
 */
public record PackageName(String text) {
    private static final String UNIDENTIFIED = "pkg:generic/";
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z]{2,4}$");
    private static final Pattern VERSION = Pattern.compile(
            "[-_]v?\\d+(\\.\\w+)*([-+.](?i:snapshot|final|release|ga|rc|cr|sp|m|alpha|beta|jre|android)\\w*)?$");
    private static final int LONGEST_FILE_NAME = 255;

    public static PackageName of(Location.Dependency library) {
        var purl = library.purl();
        if (purl.isBlank() || purl.startsWith(UNIDENTIFIED)) {
            var file = library.file().isBlank() ? purl : library.file();
            return new PackageName(UNIDENTIFIED + withoutVersion(file));
        }
        return new PackageName(beforeVersion(purl));
    }

    /** The file's name without folders, version and extension: {@code lib/struts2-core-2.3.20.jar} is struts2-core. */
    static String withoutVersion(String file) {
        var last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        if (last.length() > LONGEST_FILE_NAME) {
            return last;
        }
        var name = EXTENSION.matcher(last).replaceFirst("");
        var bare = VERSION.matcher(name).replaceFirst("");
        return bare.isEmpty() ? name : bare;
    }

    /** The last part of the name, such as {@code struts2-core}. */
    public String artifact() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** See the package URL specification: version after {@code @}, then qualifiers, then the subpath. */
    private static String beforeVersion(String purl) {
        var plain = until(until(purl, purl.indexOf('#')), purl.indexOf('?'));
        int at = plain.lastIndexOf('@');
        return at > plain.lastIndexOf('/') ? plain.substring(0, at) : plain;
    }

    private static String until(String text, int end) {
        return end < 0 ? text : text.substring(0, Math.min(end, text.length()));
    }
}
