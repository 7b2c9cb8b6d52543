package dev.gatehouse.cli.release;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The commit that is proposed.
 *
 * @param id 40 hexadecimal digits
 * @param authors e-mail addresses and names of author and committer
 */
record GitCommit(String id, List<String> authors) {

    static GitCommit read(Path folder, String revision) {
        var builder =
                new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile());
        if (builder.getGitDir() == null) {
            throw new BadInput("%s: is in no git repository; name one with --repository".formatted(folder));
        }
        try (var repository = builder.build();
                var walk = new RevWalk(repository)) {
            var id = repository.resolve(revision + "^{commit}");
            if (id == null) {
                throw new BadInput("%s: has no commit '%s'; name one with --commit".formatted(folder, revision));
            }
            var commit = walk.parseCommit(id);
            var authors = Stream.of(commit.getAuthorIdent(), commit.getCommitterIdent())
                    .flatMap(GitCommit::names)
                    .distinct()
                    .toList();
            return new GitCommit(commit.getName(), authors);
        } catch (IOException | RuntimeException e) {
            if (e instanceof BadInput told) {
                throw told;
            }
            throw new BadInput("%s: the commit '%s' cannot be read".formatted(folder, revision), e);
        }
    }

    private static Stream<String> names(PersonIdent person) {
        return Stream.of(person.getEmailAddress(), person.getName()).filter(name -> !name.isBlank());
    }
}
