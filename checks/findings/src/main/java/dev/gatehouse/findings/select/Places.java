package dev.gatehouse.findings.select;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.purl.PackageUrl;
import java.util.List;
import java.util.stream.Stream;

/** The names by which a policy file can point at a location. */
final class Places {
    private Places() {}

    /** Paths with slashes: the source file (or what it would be called), the jar, or the address's path. */
    static Stream<String> paths(Location location) {
        if (location instanceof Location.Code code) {
            return Stream.of(code.file() == null ? sourceOf(code.className()) : code.file());
        }
        if (location instanceof Location.Dependency dependency) {
            return Stream.of(dependency.file());
        }
        return location instanceof Location.Http http ? Stream.of(http.pathTemplate()) : Stream.empty();
    }

    static List<String> modules(Location location) {
        if (location instanceof Location.Code code) {
            return List.of(code.module());
        }
        return location instanceof Location.Dependency dependency ? dependency.modules() : List.of();
    }

    /** Whether the location is a dependency that {@code glob} names; a pattern without a version means every version. */
    static boolean isPackage(Location location, Glob glob) {
        if (!(location instanceof Location.Dependency dependency)) {
            return false;
        }
        var pattern = glob.pattern();
        boolean versioned = pattern.indexOf('@', Math.max(0, pattern.lastIndexOf('/')) + 1) > 0;
        try {
            var purl = PackageUrl.of(dependency.purl());
            return glob.matches(versioned ? purl.withVersion() : purl.withoutVersion());
        } catch (BadInput notInThatForm) {
            return glob.matches(dependency.purl());
        }
    }

    private static String sourceOf(String className) {
        var outer = className.indexOf('$') < 0 ? className : className.substring(0, className.indexOf('$'));
        return outer.replace('.', '/') + ".java";
    }
}
