package dev.gatehouse.findings.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A risk acceptance as it applies to one finding: somebody lets it through for a reason and for a limited time.
 *
 * @param expires last day on which it counts, in UTC; none only for a VEX statement, which has no end
 * @param source the file and line that says so, such as {@code .gatehouse.yml:31}
 * @param justification of a VEX statement, such as {@code vulnerable_code_not_in_execute_path}
 */
public record Acceptance(
        String owner,
        String reason,
        @Nullable LocalDate expires,
        String source,
        @Nullable String justification) {}
