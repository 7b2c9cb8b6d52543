package dev.gatehouse.trackers.github.place;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What the git checkout itself says.
 *
 * @param commit of HEAD
 * @param branch {@code refs/heads/NAME}; none when HEAD is detached
 * @param remote of {@code origin}, or of the only remote
 * @param folder of the project below the root of the checkout, {@code ""} or ending in {@code /}
 */
record Checkout(
        @Nullable String commit,
        @Nullable String branch,
        @Nullable RemoteUrl remote,
        String folder) {
    static final Checkout NONE = new Checkout(null, null, null, "");

    /** The checkout that holds {@code project}; {@link #NONE} where there is none. */
    static Checkout of(Path project) {
        var builder = new FileRepositoryBuilder()
                .findGitDir(project.toAbsolutePath().normalize().toFile());
        if (builder.getGitDir() == null) {
            return NONE;
        }
        try (var repository = builder.build()) {
            var head = repository.resolve(Constants.HEAD);
            var branch = repository.getFullBranch();
            return new Checkout(
                    head == null ? null : head.getName(),
                    branch != null && branch.startsWith(Constants.R_HEADS) ? branch : null,
                    remote(repository).orElse(null),
                    repository.isBare() ? "" : below(repository.getWorkTree().toPath(), project));
        } catch (IOException e) {
            throw new BadInput("%s: the git repository cannot be read".formatted(project), e);
        }
    }

    private static Optional<RemoteUrl> remote(Repository repository) {
        var names = repository.getRemoteNames();
        return Stream.concat(Stream.of(Constants.DEFAULT_REMOTE_NAME), names.size() == 1 ? names.stream() : Stream.of())
                .map(name -> repository.getConfig().getString("remote", name, "url"))
                .filter(url -> url != null)
                .flatMap(url -> RemoteUrl.parse(url).stream())
                .findFirst();
    }

    private static String below(Path root, Path project) throws IOException {
        var relative = root.toRealPath().relativize(project.toRealPath()).toString();
        return relative.isEmpty() ? "" : relative.replace('\\', '/') + "/";
    }
}
