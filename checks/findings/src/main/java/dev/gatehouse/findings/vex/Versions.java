package dev.gatehouse.findings.vex;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.purl.PackageUrl;

/** A statement that clears a product must say which version. */
final class Versions {
    private Versions() {}

    static PackageUrl required(PackageUrl purl, VexStatus status) {
        if (status.clears() && purl.version() == null) {
            throw new BadInput("clears %s in every version; name one, as in %s@1.2.3"
                    .formatted(purl.withoutVersion(), purl.withoutVersion()));
        }
        return purl;
    }
}
