package dev.gatehouse.cli.release;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.TrackOptions;
import dev.gatehouse.policy.release.Command.Approve;
import dev.gatehouse.policy.version.ClientVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse release approve}. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Approves a proposed version in a role; the approval is of exactly what was proposed.")
final class ApproveCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Parameters(paramLabel = "VERSION", description = "The proposed version.")
    private String version = "";

    @Option(names = "--role", required = true, description = "The role in which you approve.")
    private String role = "";

    @Override
    public Integer call() {
        var wanted = ClientVersion.parse(version);
        return desk.decide(new Approve(track.track(), wanted, role));
    }
}
