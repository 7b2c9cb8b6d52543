package dev.gatehouse.cli.release;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.Reason;
import dev.gatehouse.cli.policy.TrackOptions;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Command.Publish;
import dev.gatehouse.policy.version.ClientVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse release publish}. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Publishes an approved version and moves the support window; refuses whatever is not in order.")
final class PublishCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Parameters(paramLabel = "VERSION", description = "The approved version.")
    private String version = "";

    @Option(names = "--artifact", paramLabel = "FILE", description = "Checked against what was approved; repeatable.")
    private List<Path> artifacts = new ArrayList<>();

    @Option(names = "--store-live-at", paramLabel = "TIME", description = "When the store serves it (default: now).")
    private @Nullable Instant storeLiveAt;

    @Option(
            names = "--hotfix",
            paramLabel = "REASON",
            description = "Go by the hotfix lane of the release train; the reason stands in the ledger.")
    private @Nullable String hotfix;

    @Option(
            names = "--break-glass",
            paramLabel = "REASON",
            description = "Publish without approvals, where the policy allows it; stands in the ledger for good.")
    private @Nullable String breakGlass;

    @Override
    public Integer call() {
        var wanted = ClientVersion.parse(version);
        var glass = breakGlass == null ? "" : Reason.of(breakGlass);
        var files = artifacts.stream().map(Artifact::of).toList();
        var lane = hotfix == null ? "" : Reason.of(hotfix);
        if (!glass.isEmpty()) {
            desk.err().println("gatehouse: BREAKING THE GLASS: publishing without approvals: " + glass);
        }
        return desk.decide(new Publish(track.track(), wanted, files, storeLiveAt, lane, glass));
    }
}
