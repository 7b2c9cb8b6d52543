package dev.gatehouse.trackers.jira.owners;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.api.BlameCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Who wrote a line last, by e-mail address. A file is looked at once, and none after the time is up. */
final class Blame {
    private final Repository repository;
    private final @Nullable String commit;
    private final Clock clock;
    private final Instant end;
    private final Map<String, List<String>> files = new HashMap<>();

    /**
     * @param commit that was scanned; HEAD where it is not known
     * @param budget for all files together
     */
    Blame(Repository repository, @Nullable String commit, Clock clock, Duration budget) {
        this.repository = repository;
        this.commit = commit;
        this.clock = clock;
        this.end = clock.instant().plus(budget);
    }

    /**
     * @param line from 1
     */
    Optional<String> of(String path, int line) {
        var known = files.get(path);
        if (known == null && clock.instant().isAfter(end)) {
            return Optional.empty();
        }
        var authors = Objects.requireNonNull(files.computeIfAbsent(path, this::authors));
        return line >= 1 && line <= authors.size()
                ? Optional.of(authors.get(line - 1)).filter(author -> !author.isBlank())
                : Optional.empty();
    }

    /** One a line; none where git knows no such file. */
    private List<String> authors(String path) {
        try {
            var start = commit == null ? null : repository.resolve(commit + "^{commit}");
            var result = new BlameCommand(repository)
                    .setFilePath(path)
                    .setStartCommit(start == null ? repository.resolve("HEAD") : start)
                    .call();
            var authors = new ArrayList<String>();
            for (int i = 0; result != null && i < result.getResultContents().size(); i++) {
                var author = result.getSourceAuthor(i);
                authors.add(author == null ? "" : author.getEmailAddress());
            }
            return authors;
        } catch (IOException | GitAPIException unreadable) {
            // owners are a proposal only: an issue without one is right, too
            return List.of();
        }
    }
}
