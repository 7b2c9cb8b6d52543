package dev.gatehouse.trackers.jira.owners;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.trackers.jira.issue.Owners;
import dev.gatehouse.trackers.jira.settings.People;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** Owners by the checkout that was scanned. */
public final class CheckoutOwners implements Owners, AutoCloseable {
    private static final Duration BUDGET = Duration.ofSeconds(5);

    private final People people;
    private final String folder;
    private final Repository repository;
    private final CodeOwners codeOwners;
    private final Blame blame;

    private CheckoutOwners(People people, String folder, Path root, Repository repository, Blame blame) {
        this.people = people;
        this.folder = folder;
        this.repository = repository;
        this.codeOwners = CodeOwners.of(root);
        this.blame = blame;
    }

    /**
     * Opens the checkout that holds a project; empty where there is none, or where the settings ask for no owners.
     *
     * @param commit that was scanned
     */
    public static Optional<CheckoutOwners> of(People people, Path project, @Nullable String commit, Clock clock) {
        var builder = new FileRepositoryBuilder()
                .findGitDir(project.toAbsolutePath().normalize().toFile());
        if (people.from().isEmpty() || builder.getGitDir() == null) {
            return Optional.empty();
        }
        try {
            var repository = builder.build();
            if (repository.isBare()) {
                repository.close();
                return Optional.empty();
            }
            var root = repository.getWorkTree().toPath().toRealPath();
            var below = root.relativize(project.toRealPath()).toString().replace('\\', '/');
            return Optional.of(new CheckoutOwners(
                    people,
                    below.isEmpty() ? "" : below + "/",
                    root,
                    repository,
                    new Blame(repository, commit, clock, BUDGET)));
        } catch (IOException e) {
            throw new BadInput("%s: the git repository cannot be read (%s)".formatted(project, e.getMessage()), e);
        }
    }

    @Override
    public List<String> of(Finding finding) {
        return people.from().stream()
                .flatMap(source -> source == People.Source.CODEOWNERS ? byPath(finding) : byLine(finding))
                .flatMap(this::inJira)
                .distinct()
                .toList();
    }

    private Stream<String> byPath(Finding finding) {
        if (finding.location() instanceof Location.Code code && code.file() != null) {
            return codeOwners.of(folder + code.file()).stream();
        }
        if (finding.location() instanceof Location.Dependency dependency) {
            return dependency.modules().stream().flatMap(module -> codeOwners.of(folder + pom(module)).stream());
        }
        return Stream.empty();
    }

    private static String pom(String module) {
        return module.isEmpty() || module.equals(".") ? "pom.xml" : module + "/pom.xml";
    }

    private Stream<String> byLine(Finding finding) {
        return finding.location() instanceof Location.Code code && code.file() != null
                ? blame.of(folder + code.file(), code.startLine()).stream()
                : Stream.empty();
    }

    /** As the settings say; else a person's own name or address. Teams are nobody in Jira unless the settings name one. */
    private Stream<String> inJira(String owner) {
        var named = people.users().get(owner);
        if (named != null) {
            return Stream.of(named);
        }
        return owner.contains("/") ? Stream.empty() : Stream.of(owner.replaceFirst("^@", ""));
    }

    @Override
    public void close() {
        repository.close();
    }
}
