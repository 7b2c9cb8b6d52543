package dev.gatehouse.trackers.jira.settings;

import dev.gatehouse.findings.select.Glob;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a release becomes a version of Jira, and what it has to keep to.
 *
 * @param name of the version, with {@code {version}} for the number
 * @param keys projects whose issues commits may name
 * @param done whether every issue of the release must be done
 * @param keyed whether every commit must name an issue
 * @param exceptions to both
 */
public record Versioning(String name, List<String> keys, boolean done, boolean keyed, List<Exemption> exceptions) {
    public Versioning {
        keys = List.copyOf(keys);
        exceptions = List.copyOf(exceptions);
    }

    public String nameOf(String version) {
        return name.replace("{version}", version);
    }

    /** The exception for an issue, on that day. */
    public Optional<Exemption> forIssue(String key, LocalDate day) {
        return exceptions.stream()
                .filter(one -> one.subject() instanceof Subject.Issue issue
                        && issue.key().equals(key))
                .filter(one -> one.counts(day))
                .findFirst();
    }

    /** The exception for a commit, on that day. */
    public Optional<Exemption> forCommit(String id, String subject, LocalDate day) {
        return exceptions.stream()
                .filter(one -> one.subject().isOf(id, subject))
                .filter(one -> one.counts(day))
                .findFirst();
    }

    /**
     * Somebody answers for letting something through.
     *
     * @param expires last day on which it counts
     */
    public record Exemption(Subject subject, String owner, String reason, LocalDate expires) {
        boolean counts(LocalDate day) {
            return !day.isAfter(expires);
        }
    }

    /** What is let through. */
    public sealed interface Subject {
        /** Whether it is about a commit. */
        default boolean isOf(String id, String firstLine) {
            return false;
        }

        record Issue(String key) implements Subject {}

        /**
         * @param id at least seven digits of it
         */
        record Commit(String id) implements Subject {
            @Override
            public boolean isOf(String other, String firstLine) {
                return other.startsWith(id);
            }
        }

        /** Commits by the first line of their message. */
        record Subjects(Glob pattern) implements Subject {
            @Override
            public boolean isOf(String id, String firstLine) {
                return pattern.matches(firstLine);
            }
        }
    }
}
