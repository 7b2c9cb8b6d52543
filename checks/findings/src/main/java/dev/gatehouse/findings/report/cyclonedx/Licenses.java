package dev.gatehouse.findings.report.cyclonedx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.text.VisibleText;
import java.util.List;
import java.util.Set;

/** Licences: CycloneDX allows an id only from SPDX's list; what is not surely one is written as a name. */
final class Licenses {
    private static final Set<String> SPDX = Set.of(
            "AGPL-3.0-only",
            "AGPL-3.0-or-later",
            "Apache-1.1",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSL-1.0",
            "CC0-1.0",
            "CDDL-1.0",
            "CDDL-1.1",
            "EPL-1.0",
            "EPL-2.0",
            "GPL-2.0-only",
            "GPL-2.0-or-later",
            "GPL-3.0-only",
            "GPL-3.0-or-later",
            "ISC",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "LGPL-3.0-only",
            "LGPL-3.0-or-later",
            "MIT",
            "MIT-0",
            "MPL-1.1",
            "MPL-2.0",
            "UPL-1.0",
            "Unlicense",
            "Zlib");

    private Licenses() {}

    static void put(ObjectNode component, List<String> licenses) {
        for (var license : licenses) {
            var its = component.withArrayProperty("licenses").addObject().putObject("license");
            its.put(SPDX.contains(license) ? "id" : "name", VisibleText.line(license));
        }
    }
}
