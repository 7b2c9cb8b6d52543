package dev.gatehouse.cli.versions;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.Reason;
import dev.gatehouse.cli.policy.TrackOptions;
import dev.gatehouse.policy.version.ClientVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse versions retire}. */
@Command(
        name = "retire",
        mixinStandardHelpOptions = true,
        description = "Takes a version out of the window; it may run until its announced date.")
final class RetireCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Parameters(paramLabel = "VERSION", description = "The published version.")
    private String version = "";

    @Option(names = "--reason", required = true, description = "Why, in one line.")
    private String reason = "";

    @Override
    public Integer call() {
        var wanted = ClientVersion.parse(version);
        var why = Reason.of(reason);
        return desk.decide((desk, state) -> desk.retire(state, track.track(), wanted, why));
    }
}
