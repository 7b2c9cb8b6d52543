package dev.gatehouse.jenkins.scan;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.util.Locale;

/** What a build becomes when the gate did not let it through. */
enum OnGate {
    FAILURE,
    UNSTABLE,
    /** It goes on; the Pipeline looks at the verdict itself. */
    NOTHING;

    static OnGate of(String parameter, String text) {
        for (var choice : values()) {
            if (choice.label().equals(text.toLowerCase(Locale.ROOT))) {
                return choice;
            }
        }
        throw new BadInput(
                "%s: '%s' is none of failure, unstable, nothing".formatted(parameter, VisibleText.word(text)));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
