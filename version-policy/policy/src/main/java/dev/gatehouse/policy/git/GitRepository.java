package dev.gatehouse.policy.git;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A repository on disk, found from any folder in it: plain, bare, shallow or a linked worktree. */
public final class GitRepository implements AutoCloseable {
    private final Path folder;
    private final Repository repository;

    private GitRepository(Path folder, Repository repository) {
        this.folder = folder;
        this.repository = repository;
    }

    /** Opens the repository that {@code folder} lies in; throws {@link BadInput} when there is none. */
    public static GitRepository open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput("%s: is no directory; name one inside a git repository".formatted(folder));
        }
        try {
            var builder =
                    new FileRepositoryBuilder().findGitDir(folder.toRealPath().toFile());
            if (builder.getGitDir() == null) {
                throw new BadInput("%s: lies in no git repository; name a directory of one".formatted(folder));
            }
            return new GitRepository(folder, builder.setMustExist(true).build());
        } catch (IOException e) {
            throw new BadInput("%s: the git repository cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    /** The product's tags. */
    public VersionTags tags(TagPattern pattern) {
        return reading(() -> new TagReader(repository, pattern).read());
    }

    /** The commit that is checked out, 40 hexadecimal digits; empty before the first commit. */
    public Optional<String> head() {
        return reading(
                () -> Optional.ofNullable(repository.resolve("HEAD^{commit}")).map(id -> id.name()));
    }

    /** The commit that a branch, tag or abbreviated id names, 40 hexadecimal digits; empty when there is none. */
    public Optional<String> commit(String revision) {
        return reading(() -> {
            try {
                return Optional.ofNullable(repository.resolve(revision + "^{commit}"))
                        .map(id -> id.name());
            } catch (RevisionSyntaxException | IncorrectObjectTypeException none) {
                return Optional.empty();
            }
        });
    }

    public boolean hasWorkingTree() {
        return !repository.isBare();
    }

    /** Paths that differ from the commit or are new and not ignored, in order; none in a clean working tree. */
    public Collection<String> changes() {
        return reading(() -> {
            try (var git = new Git(repository)) {
                var status = git.status().call();
                var changes = new TreeSet<>(status.getUncommittedChanges());
                changes.addAll(status.getUntracked());
                return changes;
            }
        });
    }

    /**
     * Authors, committers and co-authors of every commit that {@code to} has and {@code from} has not. Throws
     * {@link BadInput} where a shallow clone ends before all of them are seen.
     *
     * @param from a tag or commit; empty for all commits since the beginning
     */
    public Collection<Author> authors(Optional<String> from, String to) {
        return reading(() -> new AuthorReader(repository, folder).between(from, to));
    }

    @Override
    public void close() {
        repository.close();
    }

    private <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException | GitAPIException e) {
            throw new BadInput("%s: the git repository cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException, GitAPIException;
    }
}
