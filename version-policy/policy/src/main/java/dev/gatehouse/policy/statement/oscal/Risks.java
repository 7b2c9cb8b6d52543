package dev.gatehouse.policy.statement.oscal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.gate.ServiceLevels;
import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.statement.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The findings of a scan that somebody has to deal with, as risks: open, or let through by a name for a time. */
final class Risks {
    private static final String CVSS = "http://www.first.org/cvss/v";

    private final Report report;
    private final ServiceLevels levels;
    private final Names names;
    private final LocalDate today;

    Risks(Report report, ServiceLevels levels, Names names, LocalDate today) {
        this.report = report;
        this.levels = levels;
        this.names = names;
        this.today = today;
    }

    /** What scanners found and believe. */
    List<Finding> findings() {
        return report.findings().stream()
                .filter(Triage::believes)
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }

    ArrayNode json() {
        var risks = JsonNodeFactory.instance.arrayNode();
        findings().forEach(finding -> risk(risks.addObject(), finding));
        return risks;
    }

    private void risk(ObjectNode json, Finding finding) {
        var acceptance = inForce(finding.acceptance());
        json.put("uuid", names.risk(finding.id()))
                .put("title", VisibleText.line(finding.title()))
                .put("description", text(finding.description(), finding.title()))
                .put(
                        "statement",
                        "%s found %s at %s."
                                .formatted(
                                        finding.scanner(),
                                        finding.rule(),
                                        VisibleText.line(finding.location().display())))
                .put("status", acceptance == null ? "open" : "deviation-approved");
        var props = json.putArray("props");
        property(props, "rule", finding.rule());
        property(props, "fingerprint", finding.id());
        finding.cwe().forEach(number -> property(props, "cwe", "CWE-" + number));
        characterization(json.putArray("characterizations").addObject(), finding);
        if (acceptance != null) {
            acceptance(json.putArray("mitigating-factors").addObject(), acceptance, finding);
        } else {
            levels.lastDay(finding, Evidence.day(report.created()))
                    .ifPresent(day -> json.put("deadline", endOf(day).toString()));
        }
        json.putArray("related-observations").addObject().put("observation-uuid", names.scan());
    }

    private @Nullable Acceptance inForce(@Nullable Acceptance acceptance) {
        return acceptance == null
                        || (acceptance.expires() != null && acceptance.expires().isBefore(today))
                ? null
                : acceptance;
    }

    private void characterization(ObjectNode json, Finding finding) {
        AssessmentResults.origin(json.putObject("origin"), names);
        var facets = json.putArray("facets");
        facets.addObject()
                .put("name", "severity")
                .put("system", AssessmentResults.NAMESPACE)
                .put("value", finding.severity().label());
        var cvss = finding.cvss();
        if (cvss != null) {
            facets.addObject()
                    .put("name", "base-score")
                    .put(
                            "system",
                            cvss.version().startsWith("4") ? "https://www.first.org/cvss/v4-0" : CVSS + cvss.version())
                    .put("value", String.format(Locale.ROOT, "%.1f", cvss.score()));
        }
    }

    private void acceptance(ObjectNode json, Acceptance acceptance, Finding finding) {
        json.put("uuid", names.risk(finding.id() + "/accepted"))
                .put(
                        "description",
                        VisibleText.line("Let through by %s%s: %s"
                                .formatted(
                                        acceptance.owner(),
                                        acceptance.expires() == null ? "" : " until " + acceptance.expires(),
                                        acceptance.reason())));
    }

    private static void property(ArrayNode props, String name, String value) {
        props.addObject()
                .put("name", name)
                .put("ns", AssessmentResults.NAMESPACE)
                .put("value", VisibleText.line(value).strip());
    }

    private static String text(String description, String otherwise) {
        return VisibleText.line(description.isBlank() ? otherwise : description);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    }
}
