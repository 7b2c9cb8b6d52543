package dev.gatehouse.policy.git;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.version.SemVer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commit that is proposed.
 *
 * @param id 40 hexadecimal digits
 * @param authors e-mail addresses and names of everybody who had a hand in it since the release before
 */
public record ReleaseCommit(String id, List<String> authors) {

    /** The commit that {@code revision} names in the repository of {@code folder}, to be released as {@code version}. */
    public static ReleaseCommit read(Path folder, String revision, TagPattern tags, SemVer version) {
        try (var repository = GitRepository.open(folder)) {
            var id = repository
                    .commit(revision)
                    .orElseThrow(() -> new BadInput("%s: has no commit '%s'; name one with --commit"
                            .formatted(folder, VisibleText.exact(revision))));
            var before = repository.tags(tags).releases().stream()
                    .filter(tag -> tag.version().precedes(version))
                    .filter(tag -> !tag.commit().equals(id))
                    .reduce((low, high) -> high)
                    .map(VersionTag::commit);
            var authors = repository.authors(before, id).stream()
                    .flatMap(ReleaseCommit::names)
                    .distinct()
                    .toList();
            return new ReleaseCommit(id, authors);
        }
    }

    private static Stream<String> names(Author author) {
        return Stream.of(author.email(), author.name()).filter(name -> !name.isBlank());
    }
}
