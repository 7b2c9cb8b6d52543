package dev.gatehouse.findings.report.cyclonedx;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.text.VisibleText;
import java.util.Optional;
import java.util.Set;

/**
 * What was decided, in CycloneDX's words. A VEX statement with a justification says not affected; an accepted risk is
 * one that stays: exploitable, and not fixed for now.
 */
final class Analysis {
    private static final Set<String> CYCLONEDX = Set.of(
            "code_not_present",
            "code_not_reachable",
            "requires_configuration",
            "requires_dependency",
            "requires_environment",
            "protected_by_compiler",
            "protected_at_runtime",
            "protected_at_perimeter",
            "protected_by_mitigating_control");

    private Analysis() {}

    static ObjectNode of(Acceptance acceptance) {
        var node = JsonNodeFactory.instance.objectNode();
        var justification = acceptance.justification();
        if (justification == null) {
            node.put("state", "exploitable");
            node.putArray("response").add("will_not_fix");
        } else {
            node.put("state", "not_affected");
            known(justification).ifPresent(word -> node.put("justification", word));
        }
        var until = acceptance.expires() == null ? "" : ", until " + acceptance.expires();
        node.put(
                "detail",
                VisibleText.block("%s (%s%s; %s)"
                        .formatted(acceptance.reason(), acceptance.owner(), until, acceptance.source())));
        return node;
    }

    /** OpenVEX has words of its own for some of these. */
    private static Optional<String> known(String justification) {
        if (CYCLONEDX.contains(justification)) {
            return Optional.of(justification);
        }
        return Optional.ofNullable(
                switch (justification) {
                    case "component_not_present", "vulnerable_code_not_present" -> "code_not_present";
                    case "vulnerable_code_not_in_execute_path" -> "code_not_reachable";
                    case "vulnerable_code_cannot_be_controlled_by_adversary" -> "requires_environment";
                    case "inline_mitigations_already_exist" -> "protected_by_mitigating_control";
                    default -> null;
                });
    }
}
