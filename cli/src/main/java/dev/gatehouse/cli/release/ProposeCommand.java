package dev.gatehouse.cli.release;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.TrackOptions;
import dev.gatehouse.policy.git.ReleaseCommit;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command.Propose;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.version.ClientVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse release propose}. */
@Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        description = "Binds a version to its artifacts, its commit and its scan, and asks for approvals.")
final class ProposeCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Parameters(paramLabel = "VERSION", description = "The version, such as 4.3.0.")
    private String version = "";

    @Option(names = "--artifact", paramLabel = "FILE", required = true, description = "A file to release; repeatable.")
    private List<Path> artifacts = new ArrayList<>();

    @Option(names = "--report", paramLabel = "FILE", required = true, description = "The scan's report.json.")
    private Path report = Path.of("report.json");

    @Option(names = "--repository", defaultValue = ".", description = "The git repository (default: this folder).")
    private Path repository = Path.of(".");

    @Option(names = "--commit", defaultValue = "HEAD", description = "The commit (default: ${DEFAULT-VALUE}).")
    private String commit = "HEAD";

    @Option(
            names = "--product",
            paramLabel = "NAME",
            description = "One of release.products, where a repository has several.")
    private @Nullable String product;

    @Override
    public Integer call() {
        var wanted = ClientVersion.parse(version);
        var made = ReleaseCommit.read(repository, commit, desk.tags(product), wanted.version());
        var candidate = new Candidate(
                track.track(),
                wanted,
                artifacts.stream().map(Artifact::of).toList(),
                made.id(),
                made.authors(),
                ScanResult.read(report));
        desk.handIn(report);
        return desk.decide(new Propose(candidate));
    }
}
