package dev.gatehouse.jenkins.scan;

import dev.gatehouse.jenkins.result.ScanSummary;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code securityScan} returns to a Pipeline; scripts in the sandbox may read all of it. */
public final class ScanResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String verdict;
    private final int newFindings;
    private final int existingFindings;
    private final int fixedFindings;
    private final int acceptedFindings;

    @SuppressWarnings("serial") // a LinkedHashMap of texts and numbers
    private final Map<String, Integer> counts;

    ScanResult(ScanSummary summary) {
        id = summary.getId();
        verdict = summary.getVerdict();
        newFindings = summary.getNewFindings();
        existingFindings = summary.getExistingFindings();
        fixedFindings = summary.getFixedFindings();
        acceptedFindings = summary.getAcceptedFindings();
        counts = new LinkedHashMap<>(summary.getCounts());
    }

    /** By which the build's pages know the scan. */
    @Whitelisted
    public String getId() {
        return id;
    }

    /** {@code passed}, {@code failed} or {@code incomplete}. */
    @Whitelisted
    public String getVerdict() {
        return verdict;
    }

    /** New or reintroduced, and not accepted. */
    @Whitelisted
    public int getNewFindings() {
        return newFindings;
    }

    @Whitelisted
    public int getExistingFindings() {
        return existingFindings;
    }

    @Whitelisted
    public int getFixedFindings() {
        return fixedFindings;
    }

    @Whitelisted
    public int getAcceptedFindings() {
        return acceptedFindings;
    }

    /** Findings that are not accepted, by severity in lower case, worst first; every severity is there. */
    @Whitelisted
    public Map<String, Integer> getCounts() {
        return new LinkedHashMap<>(counts);
    }

    @Override
    public String toString() {
        return "%s: %s, %d new, %d existing, %d fixed, %d accepted"
                .formatted(id, verdict, newFindings, existingFindings, fixedFindings, acceptedFindings);
    }
}
