package dev.gatehouse.findings.report.openvex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.text.VisibleText;
import java.util.Objects;
import java.util.Optional;

/**
 * What was decided, in OpenVEX's words. An accepted risk has an end and stays a risk: affected, with what is done about
 * it. A VEX statement has none: not affected, with a justification or at least a sentence.
 */
record Decision(Acceptance acceptance) {

    static Decision of(Finding finding) {
        return new Decision(Objects.requireNonNull(finding.acceptance()));
    }

    void putInto(ObjectNode statement) {
        var reason = VisibleText.block(acceptance.reason());
        if (acceptance.expires() == null) {
            statement.put("status", "not_affected");
            justification().ifPresent(word -> statement.put("justification", word));
            statement.put("impact_statement", reason);
        } else {
            statement.put("status", "affected");
            statement.put(
                    "action_statement", "The risk is accepted until %s: %s".formatted(acceptance.expires(), reason));
        }
        statement.put(
                "status_notes",
                VisibleText.line("Decided by %s, %s".formatted(acceptance.owner(), acceptance.source())));
    }

    /** CycloneDX has words of its own for these. */
    private Optional<String> justification() {
        var word = acceptance.justification();
        return Optional.ofNullable(word).map(text -> switch (text) {
            case "code_not_present" -> "vulnerable_code_not_present";
            case "code_not_reachable" -> "vulnerable_code_not_in_execute_path";
            case "requires_configuration", "requires_dependency", "requires_environment" ->
                "vulnerable_code_cannot_be_controlled_by_adversary";
            case "protected_by_compiler",
                    "protected_at_runtime",
                    "protected_at_perimeter",
                    "protected_by_mitigating_control" -> "inline_mitigations_already_exist";
            default -> text;
        });
    }
}
