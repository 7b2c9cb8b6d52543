package dev.gatehouse.cli.versions;

import dev.gatehouse.cli.policy.Actor;
import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.KeyOptions;
import dev.gatehouse.cli.policy.WholeFile;
import dev.gatehouse.policy.document.ClientVersionPolicy;
import dev.gatehouse.policy.release.DocumentIssue;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.signing.Signer;
import java.nio.file.Path;
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
        documents.forEach(document -> {
            var file = folder.resolve(ClientVersionPolicy.path(document.track()));
            WholeFile.write(file, document.envelope().json());
            desk.out().println(file);
        });
        return 0;
    }
}
