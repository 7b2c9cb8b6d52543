package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Subject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that should be in Jira.
 *
 * @param name as people see it
 * @param issues keys of those that should have it as their fix version
 * @param released the day on which it was; none while it is not
 */
public record VersionIntent(
        String name,
        String description,
        List<String> issues,
        @Nullable LocalDate released) {
    static final String PREFIX = "version/";
    private static final String RELEASED = "released/";

    public VersionIntent {
        issues = List.copyOf(issues);
    }

    /** The version with the issues that commits name. */
    public static VersionIntent planned(String name, String description, Collection<String> issues) {
        return new VersionIntent(name, description, List.copyOf(issues), null);
    }

    /** That the version has gone out; its issues are another intent's business, so that neither takes the other's place. */
    public static VersionIntent released(String name, String description, LocalDate day) {
        return new VersionIntent(name, description, List.of(), day);
    }

    public Intent intent(String target) {
        try {
            return new Intent(
                    new Subject(JiraHandler.TRACKER, target, PREFIX + (released == null ? "" : RELEASED) + name),
                    released == null
                            ? "version %s with %d issues".formatted(name, issues.size())
                            : "version %s, released on %s".formatted(name, released),
                    ReportJson.mapper().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values of ours can be written", e);
        }
    }

    static VersionIntent parse(String json) {
        try {
            return ReportJson.mapper().readValue(json, VersionIntent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox holds a payload that this version cannot read", e);
        }
    }
}
