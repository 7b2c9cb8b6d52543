package dev.gatehouse.policy.train;

/**
 * What one rule says of a version.
 *
 * @param rule its name: monotonic, step, window, one-per-window, freeze, tagged-commit or clean
 * @param reason a sentence, also when the rule is kept
 */
public record Ruling(String rule, boolean kept, String reason) {
    static Ruling yes(String rule, String reason) {
        return new Ruling(rule, true, reason);
    }

    static Ruling no(String rule, String reason) {
        return new Ruling(rule, false, reason);
    }
}
