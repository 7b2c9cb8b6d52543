package dev.gatehouse.findings.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What the gate decided, with every rule's reason. */
public record Verdict(Status status, List<RuleOutcome> rules) {
    public Verdict {
        rules = List.copyOf(rules);
    }

    /** Best first. */
    public enum Status {
        PASSED,
        /** At least one rule is broken. */
        FAILED,
        /** No rule is broken by what was seen, but not everything that should have been looked at was. */
        INCOMPLETE;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param rule name of the rule
     * @param passed false when the rule is broken or could not be judged
     * @param reason a sentence with the numbers
     * @param source where the rule stands: {@code default}, {@code floor} or a file and line
     * @param findings ids of the findings that break it, at most 100
     */
    public record RuleOutcome(String rule, boolean passed, String reason, String source, List<String> findings) {
        public RuleOutcome {
            findings = List.copyOf(findings);
        }
    }
}
