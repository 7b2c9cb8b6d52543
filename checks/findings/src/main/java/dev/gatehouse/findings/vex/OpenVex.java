package dev.gatehouse.findings.vex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.purl.PackageUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OpenVEX 0.2.0: statements that inherit author and time from their document. */
final class OpenVex {
    private static final String CONTEXT = "https://openvex.dev/ns/v0.2.0";
    private static final Set<String> JUSTIFICATIONS = Set.of(
            "component_not_present",
            "vulnerable_code_not_present",
            "vulnerable_code_not_in_execute_path",
            "vulnerable_code_cannot_be_controlled_by_adversary",
            "inline_mitigations_already_exist");

    private final Statements statements;

    OpenVex(Statements statements) {
        this.statements = statements;
    }

    void read(JsonNode root) {
        var context = root.path("@context").asText();
        if (!context.equals(CONTEXT)) {
            throw new BadInput("is of '%s'; only %s is read".formatted(context, CONTEXT));
        }
        var author = statements.text(root, "author").orElseThrow(() -> new BadInput("names no author"));
        var when = time(root).orElseThrow(() -> new BadInput("has no timestamp"));
        var list = statements.list(root, "statements");
        for (int i = 0; i < list.size(); i++) {
            var json = list.get(i);
            var pointer = "/statements/" + i;
            statements.add(pointer, () -> statement(pointer, json, author, when));
        }
    }

    private VexStatement statement(String pointer, JsonNode json, String author, Instant documentTime) {
        var status = status(json);
        var justification = statements.text(json, "justification").orElse(null);
        var impact = statements.text(json, "impact_statement").orElse("");
        refuseUnjustified(status, justification, impact);
        return new VexStatement(
                statements.source(pointer),
                author,
                vulnerability(json.path("vulnerability")),
                targets(json, status),
                status,
                justification,
                impact.isEmpty() ? statements.text(json, "status_notes").orElse("") : impact,
                time(json).orElse(documentTime));
    }

    private VexStatus status(JsonNode json) {
        var status = statements.text(json, "status").orElseThrow(() -> new BadInput("has no status"));
        return switch (status) {
            case "not_affected" -> VexStatus.NOT_AFFECTED;
            case "fixed" -> VexStatus.FIXED;
            case "affected" -> VexStatus.AFFECTED;
            case "under_investigation" -> VexStatus.UNDER_INVESTIGATION;
            default -> throw new BadInput("'%s' is no status of OpenVEX".formatted(status));
        };
    }

    private static void refuseUnjustified(VexStatus status, @Nullable String justification, String impact) {
        if (justification != null && !JUSTIFICATIONS.contains(justification)) {
            throw new BadInput("'%s' is no justification of OpenVEX".formatted(justification));
        }
        if (status == VexStatus.NOT_AFFECTED && justification == null && impact.isEmpty()) {
            throw new BadInput("says not_affected without a justification");
        }
    }

    private Set<String> vulnerability(JsonNode json) {
        if (!json.isObject()) {
            throw new BadInput("'vulnerability' must be an object with a name, as OpenVEX 0.2.0 has it");
        }
        var names = new ArrayList<String>();
        statements.text(json, "name").ifPresent(names::add);
        statements.list(json, "aliases").forEach(alias -> names.add(alias.asText()));
        return statements.vulnerability(names);
    }

    private List<VexTarget> targets(JsonNode json, VexStatus status) {
        var targets = new ArrayList<VexTarget>();
        for (var product : statements.list(json, "products")) {
            var purl = purl(product, status);
            var parts = statements.list(product, "subcomponents");
            parts.forEach(part -> targets.add(new VexTarget(purl(part, status), purl)));
            if (parts.isEmpty()) {
                targets.add(new VexTarget(purl, null));
            }
        }
        if (targets.isEmpty()) {
            throw new BadInput("names no product");
        }
        return targets;
    }

    private PackageUrl purl(JsonNode product, VexStatus status) {
        var id = statements.text(product, "@id").filter(text -> text.startsWith("pkg:"));
        var identifier = statements.text(product.path("identifiers"), "purl");
        var purl = PackageUrl.of(identifier
                .or(() -> id)
                .orElseThrow(() -> new BadInput("has a product that is not named by a package URL")));
        if (id.isPresent() && !PackageUrl.of(id.get()).equals(purl)) {
            throw new BadInput("calls one product both %s and %s".formatted(id.get(), purl.withVersion()));
        }
        return Versions.required(purl, status);
    }

    private Optional<Instant> time(JsonNode json) {
        return statements.time(json, "last_updated").or(() -> statements.time(json, "timestamp"));
    }
}
