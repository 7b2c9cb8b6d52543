package dev.gatehouse.trackers.jira.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The commits since the release before.
 *
 * @param from tag or commit of that release; empty for all commits there are
 * @param all newest first
 */
public record Changes(Optional<String> from, List<Change> all) {
    public Changes {
        all = List.copyOf(all);
    }

    /**
     * Reads a repository. Throws {@link BadInput} where there is none, where a name in it does not exist, and where a
     * shallow clone ends before all commits are seen.
     *
     * @param folder in the repository
     * @param from tag or commit of the release before
     * @param to branch, tag or commit that is to be released
     * @param projects whose issues a message may name
     */
    public static Changes read(Path folder, Optional<String> from, String to, Collection<String> projects) {
        var builder = new FileRepositoryBuilder()
                .findGitDir(folder.toAbsolutePath().normalize().toFile());
        if (builder.getGitDir() == null) {
            throw new BadInput("%s: lies in no git repository; name a directory of one".formatted(folder));
        }
        try (var repository = builder.build();
                var walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(commit(folder, repository, to)));
            if (from.isPresent()) {
                walk.markUninteresting(walk.parseCommit(commit(folder, repository, from.get())));
            }
            var ends = repository.getObjectDatabase().getShallowCommits();
            var pattern = keys(projects);
            var changes = new ArrayList<Change>();
            for (var commit : walk) {
                if (ends.contains(commit)) {
                    throw new BadInput(
                            "%s: a shallow clone that ends at %s, so not all commits are known; run git fetch --unshallow"
                                    .formatted(folder, commit.name()));
                }
                changes.add(change(commit, pattern));
            }
            return new Changes(from, changes);
        } catch (IOException e) {
            throw new BadInput("%s: the git repository cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    /** Keys of the issues that any commit names, as people would order them. */
    public List<String> keys() {
        return all.stream()
                .flatMap(change -> change.keys().stream())
                .distinct()
                .sorted(Changes::byNumber)
                .toList();
    }

    private static int byNumber(String one, String other) {
        int project = project(one).compareTo(project(other));
        return project != 0 ? project : Long.compare(number(one), number(other));
    }

    static String project(String key) {
        return key.substring(0, key.lastIndexOf('-'));
    }

    private static long number(String key) {
        return Long.parseLong(key.substring(key.lastIndexOf('-') + 1));
    }

    /** A key within a longer word, such as the SHOP-1 of EBAY_SHOP-12, is none. */
    private static Pattern keys(Collection<String> projects) {
        var names = projects.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?<![A-Za-z0-9_-])(?:%s)-[1-9][0-9]{0,9}(?![A-Za-z0-9_])".formatted(names));
    }

    private static Change change(RevCommit commit, Pattern pattern) {
        var keys = new LinkedHashSet<String>();
        var matcher = pattern.matcher(commit.getFullMessage());
        while (matcher.find()) {
            keys.add(matcher.group());
        }
        return new Change(
                commit.name(),
                VisibleText.line(commit.getShortMessage()),
                List.copyOf(keys),
                commit.getParentCount() > 1);
    }

    private static ObjectId commit(Path folder, Repository repository, String name) throws IOException {
        var id = repository.resolve(name + "^{commit}");
        if (id == null) {
            throw new BadInput("%s: has no tag or commit '%s'".formatted(folder, VisibleText.brief(name)));
        }
        return id;
    }
}
