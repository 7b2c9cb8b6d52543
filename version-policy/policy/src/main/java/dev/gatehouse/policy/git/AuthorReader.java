package dev.gatehouse.policy.git;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.FooterKey;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Walks the commits between two points and gathers who had a hand in them. */
final class AuthorReader {
    private static final FooterKey CO_AUTHOR = new FooterKey("Co-authored-by");
    private final Repository repository;
    private final Path folder;

    AuthorReader(Repository repository, Path folder) {
        this.repository = repository;
        this.folder = folder;
    }

    Collection<Author> between(Optional<String> from, String to) throws IOException {
        var ends = repository.getObjectDatabase().getShallowCommits();
        var authors = new LinkedHashSet<Author>();
        try (var walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(commit(to)));
            if (from.isPresent()) {
                walk.markUninteresting(walk.parseCommit(commit(from.get())));
            }
            for (var commit : walk) {
                if (ends.contains(commit)) {
                    throw new BadInput(
                            "%s: a shallow clone that ends at %s, so not all authors are known; run git fetch --unshallow"
                                    .formatted(folder, commit.name()));
                }
                add(commit, authors);
            }
        }
        return authors;
    }

    private ObjectId commit(String name) throws IOException {
        var id = repository.resolve(name + "^{commit}");
        if (id == null) {
            throw new BadInput("%s: has no tag or commit '%s'".formatted(folder, name));
        }
        return id;
    }

    private static void add(RevCommit commit, Collection<Author> authors) {
        authors.add(Author.of(commit.getAuthorIdent()));
        authors.add(Author.of(commit.getCommitterIdent()));
        commit.getFooterLines(CO_AUTHOR).forEach(line -> Author.ofTrailer(line).ifPresent(authors::add));
    }
}
