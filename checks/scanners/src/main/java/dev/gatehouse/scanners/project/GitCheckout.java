package dev.gatehouse.scanners.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which commit of which branch is checked out. Reads git's few text files itself (gitrepository-layout): starting a git
 * library costs more than all of discovery, and running git in a foreign directory runs what its configuration says.
 *
 * @param commit object id, 40 or 64 hexadecimal digits; none before the first commit
 * @param branch short name; none when the head is detached
 */
public record GitCheckout(@Nullable String commit, @Nullable String branch) {
    public static final GitCheckout NONE = new GitCheckout(null, null);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern BRANCH = Pattern.compile("refs/heads/([^\\p{Cntrl}\\p{Cf} ~^:?*\\[\\\\]{1,250})");
    private static final int LARGEST_REF = 4096;
    private static final int LARGEST_PACK = 64 << 20;
    private static final int DEEPEST_LINK = 5;

    /** Looks in the directory and above it; {@link #NONE} when no checkout is there or it cannot be read. */
    public static GitCheckout of(Path directory) {
        for (var place = directory.toAbsolutePath().normalize(); place != null; place = place.getParent()) {
            var git = place.resolve(".git");
            if (Files.exists(git)) {
                try {
                    return read(git);
                } catch (IOException | InvalidPathException e) {
                    // the report then has no commit, which is what can be said of a damaged checkout
                    return NONE;
                }
            }
        }
        return NONE;
    }

    private static GitCheckout read(Path git) throws IOException {
        var directory = Files.isDirectory(git) ? git : linked(git);
        var head = line(directory.resolve("HEAD")).orElse("");
        if (ID.matcher(head).matches()) {
            return new GitCheckout(head, null);
        }
        var branch = BRANCH.matcher(head.startsWith("ref: ") ? head.substring(5) : "");
        if (!branch.matches() || ("/" + branch.group(1) + "/").contains("/../")) {
            return NONE;
        }
        var common = line(directory.resolve("commondir"))
                .map(path -> directory.resolve(path).normalize())
                .orElse(directory);
        var ref = branch.group();
        var commit = commit(directory, common, ref);
        // git writes this name where branches are kept in another format (reftable)
        return branch.group(1).equals(".invalid") ? NONE : new GitCheckout(commit.orElse(null), branch.group(1));
    }

    private static Optional<String> commit(Path directory, Path common, String ref) throws IOException {
        var target = ref;
        for (int i = 0; i < DEEPEST_LINK; i++) {
            var loose = line(directory.resolve(target));
            if (loose.isEmpty()) {
                loose = line(common.resolve(target));
            }
            if (loose.isEmpty()) {
                return packed(common.resolve("packed-refs"), target);
            }
            var text = loose.get();
            if (ID.matcher(text).matches()) {
                return loose;
            }
            if (!text.startsWith("ref: ") || !BRANCH.matcher(text.substring(5)).matches() || text.contains("..")) {
                return Optional.empty();
            }
            target = text.substring(5);
        }
        return Optional.empty();
    }

    /** The directory that a {@code .git} file of a worktree or submodule names. */
    private static Path linked(Path git) throws IOException {
        var text = line(git).orElse("");
        if (!text.startsWith("gitdir: ")) {
            throw new IOException("not a link to a git directory");
        }
        return git.resolveSibling(text.substring("gitdir: ".length())).normalize();
    }

    private static Optional<String> line(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_REF) {
            return Optional.empty();
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .map(String::strip);
    }

    private static Optional<String> packed(Path file, String ref) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_PACK) {
            return Optional.empty();
        }
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            var wanted = new String(ref.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return lines.lines()
                    .filter(line -> line.endsWith(" " + wanted))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .filter(id -> ID.matcher(id).matches())
                    .findFirst();
        }
    }
}
