package dev.gatehouse.findings.vex;

import dev.gatehouse.findings.purl.PackageUrl;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is about.
 *
 * @param component the library, or the whole application
 * @param within the application that holds the library, if the statement is only about the library in there
 */
public record VexTarget(PackageUrl component, @Nullable PackageUrl within) {

    /**
     * Whether a dependency of the scanned project is meant.
     *
     * @param ownNames package URLs by which the scanned project itself is known
     */
    boolean means(PackageUrl dependency, Collection<PackageUrl> ownNames, VexStatus status) {
        if (within != null && !isOne(within, ownNames, status)) {
            return false;
        }
        return covers(component, dependency, status) || (within == null && isOne(component, ownNames, status));
    }

    private static boolean isOne(PackageUrl named, Collection<PackageUrl> names, VexStatus status) {
        return names.stream().anyMatch(name -> covers(named, name, status));
    }

    /** A statement that clears nothing may speak of every version; that only makes the gate stricter. */
    private static boolean covers(PackageUrl named, PackageUrl found, VexStatus status) {
        return named.covers(found) || (!status.clears() && named.version() == null && named.isSamePackage(found));
    }
}
