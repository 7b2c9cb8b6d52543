package dev.gatehouse.findings.vex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.purl.PackageUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CycloneDX 1.4 to 1.6: vulnerabilities with an analysis, each bound to components by {@code affects}. */
final class CycloneDxVex {
    private static final Set<String> VERSIONS = Set.of("1.4", "1.5", "1.6");
    private static final Set<String> JUSTIFICATIONS = Set.of(
            "code_not_present",
            "code_not_reachable",
            "requires_configuration",
            "requires_dependency",
            "requires_environment",
            "protected_by_compiler",
            "protected_at_runtime",
            "protected_at_perimeter",
            "protected_by_mitigating_control");

    private final Statements statements;

    CycloneDxVex(Statements statements) {
        this.statements = statements;
    }

    void read(JsonNode root) {
        var version = root.path("specVersion").asText();
        if (!VERSIONS.contains(version)) {
            throw new BadInput("is CycloneDX '%s'; versions 1.4, 1.5 and 1.6 are read".formatted(version));
        }
        var components = new BomReferences(root);
        var metadata = root.path("metadata");
        var author = author(metadata);
        var when = statements.time(metadata, "timestamp").orElse(Instant.EPOCH);
        var list = statements.list(root, "vulnerabilities");
        for (int i = 0; i < list.size(); i++) {
            var json = list.get(i);
            var pointer = "/vulnerabilities/" + i;
            statements.add(pointer, () -> statement(pointer, json, components, author, when));
        }
    }

    private VexStatement statement(
            String pointer, JsonNode json, BomReferences components, String author, Instant documentTime) {
        var analysis = json.path("analysis");
        var status = status(analysis);
        var justification = statements.text(analysis, "justification").orElse(null);
        var detail = statements.text(analysis, "detail").orElse("");
        refuseUnjustified(status, justification, detail);
        return new VexStatement(
                statements.source(pointer),
                author,
                vulnerability(json),
                targets(json, components, status),
                status,
                justification,
                detail,
                statements
                        .time(analysis, "lastUpdated")
                        .or(() -> statements.time(analysis, "firstIssued"))
                        .or(() -> statements.time(json, "updated"))
                        .orElse(documentTime));
    }

    private VexStatus status(JsonNode analysis) {
        var state = statements.text(analysis, "state").orElseThrow(() -> new BadInput("has no analysis with a state"));
        return switch (state) {
            case "not_affected", "false_positive" -> VexStatus.NOT_AFFECTED;
            case "resolved", "resolved_with_pedigree" -> VexStatus.FIXED;
            case "exploitable" -> VexStatus.AFFECTED;
            case "in_triage" -> VexStatus.UNDER_INVESTIGATION;
            default -> throw new BadInput("'%s' is no analysis state of CycloneDX".formatted(state));
        };
    }

    private static void refuseUnjustified(VexStatus status, @Nullable String justification, String detail) {
        if (justification != null && !JUSTIFICATIONS.contains(justification)) {
            throw new BadInput("'%s' is no justification of CycloneDX".formatted(justification));
        }
        if (status == VexStatus.NOT_AFFECTED && justification == null && detail.isEmpty()) {
            throw new BadInput("says it is not affected without a justification");
        }
    }

    private Set<String> vulnerability(JsonNode json) {
        var names = new ArrayList<String>();
        statements.text(json, "id").ifPresent(names::add);
        for (var reference : statements.list(json, "references")) {
            statements.text(reference, "id").ifPresent(names::add);
        }
        return statements.vulnerability(names);
    }

    private List<VexTarget> targets(JsonNode json, BomReferences components, VexStatus status) {
        var targets = new ArrayList<VexTarget>();
        for (var affected : statements.list(json, "affects")) {
            var purl = components.purl(
                    statements.text(affected, "ref").orElseThrow(() -> new BadInput("names no product")));
            var versions = statements.list(affected, "versions");
            versions.forEach(version -> targets.add(new VexTarget(version(purl, version, status), null)));
            if (versions.isEmpty()) {
                targets.add(new VexTarget(Versions.required(purl, status), null));
            }
        }
        if (targets.isEmpty()) {
            throw new BadInput("names no product: 'affects' is missing");
        }
        return targets;
    }

    private PackageUrl version(PackageUrl purl, JsonNode json, VexStatus status) {
        var version = statements.text(json, "version").orElse(null);
        if (!status.clears()) {
            return purl.version() == null && version != null ? with(purl, version) : purl;
        }
        if (version == null) {
            throw new BadInput("gives a range of versions; name each version that is cleared");
        }
        var said = statements.text(json, "status").orElse("affected");
        if (!said.equals("unaffected")) {
            throw new BadInput("clears version %s and calls it %s at once".formatted(version, said));
        }
        if (purl.version() != null && !purl.version().equals(version)) {
            throw new BadInput("speaks of version %s of %s".formatted(version, purl.withVersion()));
        }
        return with(purl, version);
    }

    private static PackageUrl with(PackageUrl purl, String version) {
        return new PackageUrl(purl.type(), purl.namespace(), purl.name(), version, purl.qualifiers());
    }

    private String author(JsonNode metadata) {
        var people = statements.list(metadata, "authors").stream()
                .flatMap(
                        person -> Stream.of("name", "email").flatMap(field -> statements.text(person, field).stream()));
        var firms = Stream.of("manufacturer", "manufacture", "supplier")
                .flatMap(field -> statements.text(metadata.path(field), "name").stream());
        return Stream.concat(people, firms).findFirst().orElse("author not named");
    }
}
