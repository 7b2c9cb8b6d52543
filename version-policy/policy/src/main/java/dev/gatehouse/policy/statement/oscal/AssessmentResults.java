package dev.gatehouse.policy.statement.oscal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.gate.ServiceLevels;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.statement.Attestation;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Proof;
import dev.gatehouse.policy.statement.State;
import dev.gatehouse.policy.statement.Statement;
import dev.gatehouse.policy.statement.Told;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement as assessment results: of each claim what was seen (observation) and whether it is satisfied (finding), and
 * of each weakness in the scan's report a risk. A claim that nothing shows is not satisfied, for another reason than one
 * that evidence speaks against. The document names open weaknesses: it is for auditors, the pages are for everybody.
 */
public final class AssessmentResults {
    static final String NAMESPACE = "https://gatehouse.dev/ns/oscal";

    private static final String VERSION = "1.1.3";
    /** Kinds of claims that a scan's findings are against. */
    private static final Set<String> ABOUT_FINDINGS = Set.of("findings-in-time", "owasp-top10");

    private final Statement statement;
    private final String tool;
    private final Names names;
    private final @Nullable Risks risks;
    private final @Nullable Report report;

    private AssessmentResults(Statement statement, @Nullable Report report, ServiceLevels levels, String tool) {
        this.statement = statement;
        this.tool = tool;
        this.names = Names.of(statement);
        this.report = report;
        this.risks = report == null ? null : new Risks(report, levels, names, Evidence.day(statement.created()));
    }

    /**
     * The document as JSON.
     *
     * @param report of the scan that the statement is about; null where there is none, and no risks then
     * @param levels within how many days a finding has to be gone
     * @param tool with its version
     */
    public static String of(Statement statement, @Nullable Report report, ServiceLevels levels, String tool) {
        return new AssessmentResults(statement, report, levels, tool).json().toPrettyString() + "\n";
    }

    private ObjectNode json() {
        var document = JsonNodeFactory.instance.objectNode();
        var json = document.putObject("assessment-results").put("uuid", names.document());
        metadata(json.putObject("metadata"));
        json.putObject("import-ap")
                .put("href", "#" + names.plan())
                .put(
                        "remarks",
                        "There is no assessment plan in OSCAL: what is claimed stands in the statement's file.");
        result(json.putArray("results").addObject());
        resources(json.putObject("back-matter"));
        return document;
    }

    private void metadata(ObjectNode json) {
        var plan = statement.plan();
        json.put("title", VisibleText.line(plan.title()))
                .put("last-modified", statement.created().toString())
                .put("version", statement.created().toString())
                .put("oscal-version", VERSION);
        json.putArray("roles").addObject().put("id", "contact").put("title", "Contact");
        json.putArray("parties")
                .addObject()
                .put("uuid", names.producer())
                .put("type", "organization")
                .put("name", VisibleText.line(plan.product()))
                .put("remarks", "Contact: " + VisibleText.line(plan.contact()));
        var responsible = json.putArray("responsible-parties").addObject().put("role-id", "contact");
        responsible.putArray("party-uuids").add(names.producer());
    }

    private void result(ObjectNode json) {
        var plan = statement.plan();
        json.put("uuid", names.result())
                .put("title", VisibleText.line(plan.title()))
                .put(
                        "description",
                        plan.summary().isBlank()
                                ? "Each claim, held to the evidence."
                                : VisibleText.line(plan.summary()))
                .put("start", statement.created().toString())
                .put("end", statement.created().toString());
        assets(json.putObject("local-definitions").putObject("assessment-assets"));
        json.putObject("reviewed-controls")
                .putArray("control-selections")
                .addObject()
                .put("description", "The claims of the statement, by their ids; they are of no catalogue of controls.")
                .putObject("include-all");
        var observations = json.putArray("observations");
        statement.claims().forEach(told -> observation(observations.addObject(), told));
        if (report != null && risks != null) {
            scan(observations.addObject(), report);
            if (!risks.findings().isEmpty()) {
                json.set("risks", risks.json());
            }
        }
        var findings = json.putArray("findings");
        statement.claims().forEach(told -> finding(findings.addObject(), told));
    }

    private void assets(ObjectNode json) {
        json.putArray("components")
                .addObject()
                .put("uuid", names.tool())
                .put("type", "software")
                .put("title", tool)
                .put("description", "Decides every claim from the evidence, each time.")
                .putObject("status")
                .put("state", "operational");
        json.putArray("assessment-platforms")
                .addObject()
                .put("uuid", names.platform())
                .put("title", tool)
                .putArray("uses-components")
                .addObject()
                .put("component-uuid", names.tool());
    }

    private void observation(ObjectNode json, Told told) {
        json.put("uuid", names.observation(told.claim().id()))
                .put("title", VisibleText.line(told.claim().title()))
                .put("description", VisibleText.line(told.answer().sentence()));
        json.putArray("methods").add(method(told.state()));
        origin(json.putArray("origins").addObject(), names);
        if (!told.answer().proofs().isEmpty()) {
            var evidence = json.putArray("relevant-evidence");
            told.answer().proofs().forEach(proof -> evidence(evidence.addObject(), proof));
        }
        json.put("collected", statement.created().toString());
        var word = told.claim().attested();
        if (told.state() == State.ATTESTED && word != null) {
            json.put("expires", expiry(word));
        }
    }

    private void evidence(ObjectNode json, Proof proof) {
        if (proof.sha256() != null) {
            json.put("href", "#" + names.resource(proof));
        } else if (proof.href() != null) {
            json.put("href", proof.href());
        }
        json.put("description", VisibleText.line(proof.name()));
    }

    /** A word ends with its last day. */
    private static String expiry(Attestation word) {
        return word.until()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusSeconds(1)
                .toString();
    }

    private void scan(ObjectNode json, Report seen) {
        json.put("uuid", names.scan())
                .put("title", "The scan of " + Evidence.day(seen.created()))
                .put(
                        "description",
                        VisibleText.line("Verdict: %s; %d findings."
                                .formatted(
                                        seen.verdict().status().label(),
                                        seen.findings().size())));
        json.putArray("methods").add("TEST");
        json.putArray("types").add("finding");
        origin(json.putArray("origins").addObject(), names);
        json.put("collected", seen.created().toString());
    }

    private void finding(ObjectNode json, Told told) {
        json.put("uuid", names.finding(told.claim().id()))
                .put("title", VisibleText.line(told.claim().title()))
                .put("description", VisibleText.line(told.answer().sentence()));
        var target = json.putObject("target")
                .put("type", "objective-id")
                .put("target-id", "claim-" + told.claim().id());
        target.putObject("status")
                .put("state", isGood(told.state()) ? "satisfied" : "not-satisfied")
                .put("reason", reason(told.state()))
                .put("remarks", "%s, since %s".formatted(told.state().label(), Evidence.day(told.since())));
        json.putArray("related-observations")
                .addObject()
                .put("observation-uuid", names.observation(told.claim().id()));
        if (risks != null
                && !risks.findings().isEmpty()
                && ABOUT_FINDINGS.contains(told.claim().kind())) {
            var related = json.putArray("related-risks");
            risks.findings().forEach(one -> related.addObject().put("risk-uuid", names.risk(one.id())));
        }
    }

    private static boolean isGood(State state) {
        return state == State.HOLDS || state == State.ATTESTED;
    }

    private static String method(State state) {
        return switch (state) {
            case HOLDS, DOES_NOT_HOLD -> "TEST";
            case ATTESTED -> "INTERVIEW";
            case NO_EVIDENCE -> "UNKNOWN";
        };
    }

    private static String reason(State state) {
        return switch (state) {
            case HOLDS -> "pass";
            case DOES_NOT_HOLD -> "fail";
            case ATTESTED, NO_EVIDENCE -> "other";
        };
    }

    static void origin(ObjectNode json, Names names) {
        json.putArray("actors").addObject().put("type", "tool").put("actor-uuid", names.tool());
    }

    /** The pieces of evidence that have a digest, each once. */
    private void resources(ObjectNode json) {
        var proofs = new LinkedHashMap<String, Proof>();
        statement.claims().stream()
                .flatMap(told -> told.answer().proofs().stream())
                .filter(proof -> proof.sha256() != null)
                .forEach(proof -> proofs.putIfAbsent(names.resource(proof), proof));
        var resources = json.putArray("resources");
        resources
                .addObject()
                .put("uuid", names.plan())
                .put("title", "What is claimed")
                .put("description", VisibleText.line(statement.plan().title()));
        proofs.entrySet().forEach(proof -> resource(resources.addObject(), proof));
    }

    private static void resource(ObjectNode json, Map.Entry<String, Proof> proof) {
        var one = proof.getValue();
        json.put("uuid", proof.getKey()).put("title", VisibleText.line(one.name()));
        var link =
                json.putArray("rlinks").addObject().put("href", one.href() == null ? address(one.name()) : one.href());
        link.putArray("hashes").addObject().put("algorithm", "SHA-256").put("value", String.valueOf(one.sha256()));
    }

    /** A name as a relative address (RFC 3986). */
    private static String address(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
