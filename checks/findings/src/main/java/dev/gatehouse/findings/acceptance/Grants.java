package dev.gatehouse.findings.acceptance;

import dev.gatehouse.findings.purl.PackageUrl;
import dev.gatehouse.findings.vex.VexDocument;
import java.util.List;

/**
 * All that one policy file lets through, and the terms that it sets.
 *
 * @param ownNames package URLs by which the scanned project is known in VEX files
 */
public record Grants(
        Authority authority,
        List<RiskAcceptance> acceptances,
        List<VexDocument> vex,
        List<PackageUrl> ownNames,
        AcceptanceTerms terms) {
    public Grants {
        acceptances = List.copyOf(acceptances);
        vex = List.copyOf(vex);
        ownNames = List.copyOf(ownNames);
    }
}
