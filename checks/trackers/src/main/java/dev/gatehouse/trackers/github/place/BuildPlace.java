package dev.gatehouse.trackers.github.place;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a build is about.
 *
 * @param api base address of the REST API, without a slash at the end
 * @param commit the head that people pushed, 40 hexadecimal digits; checks and statuses hang on it
 * @param ref {@code refs/heads/NAME}, {@code refs/tags/NAME}, or {@code refs/pull/NUMBER/head}; none when it is not
 *     known, and then code scanning can't be told
 * @param pull number of the pull request, 0 for none
 * @param folder of the scanned project in the repository, {@code ""} for its root, else ending in {@code /}
 */
public record BuildPlace(
        String api,
        RepositoryName repository,
        String commit,
        @Nullable String ref,
        int pull,
        String folder) {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern REF = Pattern.compile("refs/(heads|tags)/.+|refs/pull/[0-9]+/(head|merge)");

    public BuildPlace {
        if (!COMMIT.matcher(commit).matches()) {
            throw new BadInput(
                    "'%s' is no commit: give all 40 hexadecimal digits".formatted(VisibleText.brief(commit)));
        }
        if (ref != null && !REF.matcher(ref).matches()) {
            throw new BadInput("'%s' is no reference: write refs/heads/NAME, refs/tags/NAME or refs/pull/NUMBER/head"
                    .formatted(VisibleText.brief(ref)));
        }
    }

    public OptionalInt pullRequest() {
        return pull > 0 ? OptionalInt.of(pull) : OptionalInt.empty();
    }
}
