package dev.gatehouse.trackers.jira.issue;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.purl.PackageUrl;
import dev.gatehouse.trackers.jira.settings.Grouping;
import java.util.List;
import java.util.Map;

/** Which findings share an issue. The name of a group must be the same in the next build. */
final class Groups {
    private final Map<ScannerKind, Grouping> groupings;

    Groups(Map<ScannerKind, Grouping> groupings) {
        this.groupings = groupings;
    }

    String of(Finding finding) {
        var alone = "finding/" + finding.id();
        return switch (groupings.getOrDefault(finding.scanner(), Grouping.FINDING)) {
            case FINDING -> alone;
            case RULE -> "rule/%s/%s/%s".formatted(finding.scanner().label(), finding.rule(), module(finding));
            case DEPENDENCY ->
                finding.location() instanceof Location.Dependency dependency
                        ? "dependency/" + withoutVersion(dependency.purl())
                        : alone;
            case ADVISORY -> finding.location() instanceof Location.Dependency ? "advisory/" + finding.rule() : alone;
        };
    }

    static String module(Finding finding) {
        if (finding.location() instanceof Location.Code code) {
            return code.module();
        }
        return finding.location() instanceof Location.Dependency dependency
                ? String.join("+", dependency.modules())
                : "";
    }

    /** Modules and files, for components and owners. */
    static List<String> places(Finding finding) {
        if (finding.location() instanceof Location.Code code) {
            return code.file() == null ? List.of(code.module()) : List.of(code.module(), code.file());
        }
        return finding.location() instanceof Location.Dependency dependency ? dependency.modules() : List.of();
    }

    /** A new version of the library is the same library. */
    static String withoutVersion(String purl) {
        try {
            return PackageUrl.of(purl).withoutVersion();
        } catch (BadInput notAPackageUrl) {
            return purl;
        }
    }
}
