package dev.gatehouse.findings.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a finding beyond what the scanner saw, added step by step on the way to the report.
 *
 * @param id fingerprint that is the same in the next build; empty until identity is computed
 * @param owasp categories by edition ({@code 2017}, {@code 2021}, {@code 2025}); an edition without one is absent
 * @param firstSeen ISO 8601 date on which a build first had it, if a baseline knows
 */
public record Standing(
        String id,
        Map<String, List<OwaspCategory>> owasp,
        State state,
        @Nullable Match match,
        @Nullable String firstSeen,
        @Nullable Acceptance acceptance,
        @Nullable Triage triage) {

    /** Of a finding that was just seen. */
    static final Standing FRESH = new Standing("", Map.of(), State.NEW, null, null, null, null);

    public Standing {
        owasp = Collections.unmodifiableMap(new LinkedHashMap<>(owasp));
    }

    Standing withId(String fingerprint) {
        return new Standing(fingerprint, owasp, state, match, firstSeen, acceptance, triage);
    }

    Standing withOwasp(Map<String, List<OwaspCategory>> categories) {
        return new Standing(id, categories, state, match, firstSeen, acceptance, triage);
    }

    Standing withState(State comparison, @Nullable Match why, @Nullable String since) {
        return new Standing(id, owasp, comparison, why, since, acceptance, triage);
    }

    Standing withAcceptance(@Nullable Acceptance letThrough) {
        return new Standing(id, owasp, state, match, firstSeen, letThrough, triage);
    }

    Standing withTriage(@Nullable Triage second) {
        return new Standing(id, owasp, state, match, firstSeen, acceptance, second);
    }
}
