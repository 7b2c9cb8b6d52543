package dev.gatehouse.cli.versions;

import dev.gatehouse.cli.policy.Actor;
import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.KeyOptions;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.document.ClientVersionPolicy;
import dev.gatehouse.policy.release.DocumentIssue;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.signing.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatehouse versions export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes one signed document an app, platform and channel, for a web server to serve.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "The folder to write to.")
    private Path folder = Path.of(".");

    @Override
    public Integer call() {
        var issue =
                new DocumentIssue(desk.rules().support(), new Signer(keys.ring().valid()));
        if (desk.isDryRun()) {
            issue.tracks()
                    .forEach(track ->
                            desk.out().println("would write " + folder.resolve(ClientVersionPolicy.path(track))));
            return 0;
        }
        var actor = Actor.name();
        var documents = desk.ledger()
                .reading(ReleaseState::new, ReleaseState::accept, releases -> issue.issue(releases, actor));
        documents.forEach(document -> write(
                folder.resolve(ClientVersionPolicy.path(document.track())),
                document.envelope().json()));
        return 0;
    }

    /** A web server that reads meanwhile sees the old document or the new one, never a part. */
    private void write(Path file, String content) {
        try {
            var parent = file.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            var temporary = Files.createTempFile(parent, ".export", ".tmp");
            try {
                Files.write(temporary, content.getBytes(StandardCharsets.UTF_8));
                if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
                }
                Files.move(temporary, file.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            desk.out().println(file);
        } catch (IOException e) {
            throw new BadInput("%s: cannot be written (%s)".formatted(file, e.getMessage()), e);
        }
    }
}
