package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.gate.Tally;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.select.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every key that a policy file may have, by the place where it may stand; the JSON Schema names the same places. */
enum PolicyKeys {
    FILE(GatehouseFile.SECTIONS),
    GATE(List.of(
            "defaults",
            "scanners",
            "unfinished",
            "problems",
            "harmless-problems",
            "database",
            "service-levels",
            "acceptances",
            "rules")),
    DATABASE(List.of("max-age-days", "older", "embedded")),
    SERVICE_LEVELS(Arrays.stream(Severity.values()).map(Severity::label).toList()),
    TERMS(List.of("max-days", "owners", "never", "from-repository")),
    RULE(Stream.concat(
                    Stream.of("name", "when", "unless"),
                    Arrays.stream(Tally.values()).map(Tally::key))
            .toList()),
    SELECTION(Arrays.stream(Subject.values()).map(Subject::key).toList()),
    ACCEPTANCE(Stream.concat(Acceptable.SUBJECTS.stream().map(Subject::key), Stream.of("owner", "reason", "expires"))
            .toList()),
    VEX(List.of("files", "products"));

    /** A copy that nobody can change; its type cannot say so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> keys;

    PolicyKeys(List<String> keys) {
        this.keys = List.copyOf(keys);
    }

    List<String> keys() {
        return keys;
    }

    /** Notes every key of {@code map} that has no place there. */
    void check(YamlMap map, Mistakes mistakes) {
        mistakes.addAll(map.strangers(keys));
    }

    /** By what a risk acceptance may point at findings. */
    static final class Acceptable {
        static final List<Subject> SUBJECTS =
                List.of(Subject.ID, Subject.RULE, Subject.CWE, Subject.PATH, Subject.PACKAGE, Subject.MODULE);

        private Acceptable() {}
    }
}
