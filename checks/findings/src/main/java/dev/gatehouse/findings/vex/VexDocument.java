package dev.gatehouse.findings.vex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a VEX file says, and what of it is not believed.
 *
 * @param name of the file, as the policy writes it
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param refused statements that are not believed
 * @param refusal a sentence on why nothing of the file is believed, if so
 */
public record VexDocument(
        String name,
        String sha256,
        List<VexStatement> statements,
        List<Refusal> refused,
        @Nullable String refusal) {
    public VexDocument {
        statements = List.copyOf(statements);
        refused = List.copyOf(refused);
    }

    /**
     * A statement that is not believed.
     *
     * @param source file and JSON pointer
     * @param reason why, and what would be right
     */
    public record Refusal(String source, String reason) {}
}
