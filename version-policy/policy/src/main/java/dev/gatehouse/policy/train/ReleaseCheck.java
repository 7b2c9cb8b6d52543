package dev.gatehouse.policy.train;

import dev.gatehouse.policy.git.TagPattern;
import dev.gatehouse.policy.git.VersionTags;
import dev.gatehouse.policy.version.SemVer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a version may be released now from what is checked out.
 *
 * @param day in the train's time zone
 */
public record ReleaseCheck(SemVer version, LocalDate day, List<Ruling> rulings) {
    private static final int SHOWN_CHANGES = 3;

    public ReleaseCheck {
        rulings = List.copyOf(rulings);
    }

    /** Asks the calendar and looks at the working copy. */
    public static ReleaseCheck of(
            ReleaseSettings.Product product,
            VersionTags tags,
            WorkingCopy copy,
            SemVer version,
            LocalDate day,
            String reason) {
        var rulings = new ArrayList<>(
                new CalendarCheck(product.train(), ReleaseHistory.of(tags), version, day, reason).rulings());
        rulings.add(taggedCommit(product.tags(), tags, copy, version));
        rulings.add(clean(copy));
        return new ReleaseCheck(version, day, rulings);
    }

    /** Yes, when every rule is kept. */
    public boolean allowed() {
        return rulings.stream().allMatch(Ruling::kept);
    }

    private static Ruling taggedCommit(TagPattern pattern, VersionTags tags, WorkingCopy copy, SemVer version) {
        var tag = tags.find(version);
        if (tag.isEmpty()) {
            return Ruling.no("tagged-commit", "there is no tag %s".formatted(pattern.name(version)));
        }
        var commit = tag.get().commit();
        var head = copy.head().orElse("no commit");
        return commit.equals(head)
                ? Ruling.yes(
                        "tagged-commit",
                        "%s is the commit that is checked out"
                                .formatted(tag.get().name()))
                : Ruling.no(
                        "tagged-commit",
                        "%s is commit %s, but checked out is %s"
                                .formatted(tag.get().name(), commit, head));
    }

    private static Ruling clean(WorkingCopy copy) {
        if (!copy.exists()) {
            return Ruling.no("clean", "a bare repository has no working tree to release from");
        }
        if (copy.changes().isEmpty()) {
            return Ruling.yes("clean", "the working tree is as in its commit");
        }
        var some = copy.changes().stream().limit(SHOWN_CHANGES).collect(Collectors.joining(", "));
        int more = copy.changes().size() - SHOWN_CHANGES;
        return Ruling.no(
                "clean",
                "the working tree differs from its commit: %s%s"
                        .formatted(some, more > 0 ? " and %d more".formatted(more) : ""));
    }
}
