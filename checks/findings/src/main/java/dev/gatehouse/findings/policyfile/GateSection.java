package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.gate.CountRule;
import dev.gatehouse.findings.gate.DatabaseRule;
import dev.gatehouse.findings.gate.Effect;
import dev.gatehouse.findings.gate.Origin;
import dev.gatehouse.findings.gate.ServiceLevels;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.select.Glob;
import dev.gatehouse.findings.select.Selection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code gate} as one file has it; null is what the file does not say.
 *
 * @param origin where it stands
 * @param rules with no service levels yet
 */
record GateSection(
        Origin origin,
        @Nullable Boolean defaults,
        @Nullable Set<ScannerKind> scanners,
        @Nullable Effect unfinished,
        @Nullable Effect problems,
        @Nullable Set<String> harmless,
        @Nullable DatabaseRule database,
        ServiceLevels levels,
        TermsSection terms,
        List<CountRule> rules) {

    /** What the file asks of risk acceptances. */
    record TermsSection(
            @Nullable Integer maxDays,
            List<Glob> owners,
            List<Selection> never,
            @Nullable Boolean fromRepository) {
        static final TermsSection NONE = new TermsSection(null, List.of(), List.of(), null);
    }

    static GateSection none(Origin origin) {
        return new GateSection(
                origin, null, null, null, null, null, null, ServiceLevels.NONE, TermsSection.NONE, List.of());
    }
}
