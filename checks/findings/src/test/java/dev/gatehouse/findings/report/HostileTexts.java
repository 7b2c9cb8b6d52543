package dev.gatehouse.findings.report;

import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Sighting;
import java.util.List;
import java.util.Map;

/** Puts a hostile text in the place of every text of a finding. */
final class HostileTexts {
    private HostileTexts() {}

    static Finding of(Finding finding) {
        var acceptance = finding.acceptance();
        var evidence = new Evidence(
                new Evidence.Excerpt(1, List.of(ReportSamples.HOSTILE, ReportSamples.HOSTILE)),
                List.of(new Evidence.Step(ReportSamples.HOSTILE, ReportSamples.HOSTILE, 1)),
                Map.of(ReportSamples.HOSTILE, ReportSamples.HOSTILE),
                List.of(
                        ReportSamples.HOSTILE,
                        "javascript:window.hacked=1",
                        "https://example.org/" + ReportSamples.HOSTILE));
        var sighting = new Sighting(
                finding.scanner(),
                ReportSamples.HOSTILE,
                new Sighting.Texts(ReportSamples.HOSTILE, ReportSamples.HOSTILE, ReportSamples.HOSTILE),
                finding.seen().rating(),
                finding.cwe(),
                hostile(finding.location()),
                evidence,
                List.of(ReportSamples.HOSTILE));
        return new Finding(sighting, finding.known())
                .withAcceptance(
                        acceptance == null
                                ? null
                                : new Acceptance(
                                        ReportSamples.HOSTILE,
                                        ReportSamples.HOSTILE,
                                        acceptance.expires(),
                                        ReportSamples.HOSTILE,
                                        acceptance.justification()));
    }

    private static Location hostile(Location location) {
        if (location instanceof Location.Code code) {
            return new Location.Code(
                    ReportSamples.HOSTILE,
                    ReportSamples.HOSTILE,
                    ReportSamples.HOSTILE,
                    ReportSamples.HOSTILE,
                    code.startLine(),
                    code.endLine(),
                    "c");
        }
        if (location instanceof Location.Dependency) {
            return new Location.Dependency(
                    ReportSamples.HOSTILE,
                    ReportSamples.HOSTILE,
                    null,
                    List.of(ReportSamples.HOSTILE),
                    List.of(List.of(ReportSamples.HOSTILE)));
        }
        return new Location.Http(
                ReportSamples.HOSTILE, ReportSamples.HOSTILE, ReportSamples.HOSTILE, ReportSamples.HOSTILE);
    }
}
