package dev.gatehouse.scanners.sca;

import dev.gatehouse.engine.protocol.sca.ScanAnswer.Part;
import dev.gatehouse.engine.protocol.sca.Vulnerability;
import dev.gatehouse.engine.protocol.sca.Vulnerability.Rating;
import dev.gatehouse.findings.model.Confidence;
import dev.gatehouse.findings.model.Cvss;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says in findings what the engine found in one library. Every sentence is put together from the database's facts. */
final class DependencyFindings {
    private static final Pattern CWE = Pattern.compile("CWE-([0-9]{1,6})");
    private static final int MOST_REFERENCES = 20;

    private DependencyFindings() {}

    static List<Finding> of(LibraryFile file, String purl, Part part) {
        var library = file.library();
        var place = part.shaded() ? library.display() + " (shaded in)" : library.display();
        var location = new Location.Dependency(purl, place, file.sha256(), library.modules(), library.paths());
        var coordinates = Coordinates.of(purl);
        return part.vulnerabilities().stream()
                .map(vulnerability -> finding(vulnerability, coordinates, location))
                .toList();
    }

    private static Finding finding(Vulnerability found, Coordinates library, Location location) {
        var rating = found.ratings().stream().findFirst();
        var severity = rating.map(r -> Severity.ofCvss(r.score())).orElse(Severity.MEDIUM);
        var ranges = new AffectedRanges(found.affected());
        var wayOut = ranges.from(library.version());
        var title = "%s in %s".formatted(found.id(), library.display());
        return Finding.seen(ScannerKind.SCA, found.id(), title, severity, location, evidence(found, ranges, wayOut))
                .withTexts(description(found, library, rating, ranges), remediation(library, wayOut))
                .withConfidence(Confidence.HIGH)
                .withCvss(rating.map(r -> new Cvss(r.version(), r.score(), r.vector()))
                        .orElse(null))
                .withCwe(numbers(found.cwe()));
    }

    private static String description(
            Vulnerability found, Coordinates library, Optional<Rating> rating, AffectedRanges ranges) {
        var sentences = new ArrayList<String>();
        sentences.add("%s is known to be vulnerable: %s".formatted(library.display(), found.id())
                + (found.published() == null ? "" : ", published " + found.published())
                + rating.map(r -> ", rated %.1f by CVSS %s".formatted(r.score(), r.version()))
                        .orElse(", not rated")
                + ".");
        sentences.add("Affected versions: " + ranges.inWords() + ".");
        var cwe = found.cwe().stream().filter(id -> CWE.matcher(id).matches()).toList();
        if (!cwe.isEmpty()) {
            sentences.add("Kind of weakness: " + String.join(", ", cwe) + ".");
        }
        if (!found.description().isBlank() && !found.description().equals(Vulnerability.NO_DESCRIPTION)) {
            sentences.add(found.source() + " says: " + found.description());
        }
        return String.join(" ", sentences);
    }

    private static String remediation(Coordinates library, Optional<AffectedRanges.WayOut> wayOut) {
        return wayOut.map(out -> out.exclusive()
                        ? "Upgrade %s to %s.".formatted(library.name(), out.inWords())
                        : "Upgrade %s to %s or newer.".formatted(library.name(), out.inWords()))
                .orElse("The database names no version of %s without it: look for a fix in the references,"
                                .formatted(library.name())
                        + " replace the library, or accept the risk for a limited time.");
    }

    private static Evidence evidence(
            Vulnerability found, AffectedRanges ranges, Optional<AffectedRanges.WayOut> wayOut) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("affected versions", ranges.inWords());
        wayOut.ifPresent(out -> facts.put("fixed version", out.inWords()));
        facts.put("matched CPE", found.matchedCpe());
        if (found.published() != null) {
            facts.put("published", found.published());
        }
        found.ratings()
                .forEach(rating -> facts.put(
                        "CVSS " + rating.version(),
                        rating.score() + " " + (rating.vector() == null ? "" : rating.vector())));
        facts.put("source", found.source());
        return new Evidence(null, List.of(), facts, references(found));
    }

    private static List<String> references(Vulnerability found) {
        var references = new ArrayList<String>();
        if (found.id().startsWith("CVE-")) {
            references.add("https://nvd.nist.gov/vuln/detail/" + found.id());
        }
        found.references().stream()
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .filter(url -> !references.contains(url))
                .limit(MOST_REFERENCES)
                .forEach(references::add);
        return references;
    }

    private static List<Integer> numbers(List<String> cwe) {
        return cwe.stream()
                .map(CWE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .distinct()
                .sorted()
                .toList();
    }
}
