package dev.gatehouse.cli.versions;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.Reason;
import dev.gatehouse.cli.policy.TrackOptions;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse versions minimum}. */
@Command(
        name = "minimum",
        mixinStandardHelpOptions = true,
        description = "Moves the minimum up: announced for a time, or at once for security.")
final class MinimumCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Parameters(paramLabel = "VERSION", description = "The lowest version that may run then.")
    private String version = "";

    @ArgGroup(multiplicity = "1")
    private When when = new When();

    @Option(names = "--reason", required = true, description = "Why, in one line.")
    private String reason = "";

    /** One of both. */
    static final class When {
        @Option(
                names = "--at",
                paramLabel = "TIME",
                required = true,
                description = "From then on, such as 2026-12-31T12:00:00Z.")
        private @Nullable Instant at;

        @Option(names = "--security", required = true, description = "At once, out of band.")
        private boolean security;
    }

    @Override
    public Integer call() {
        var wanted = ClientVersion.parse(version);
        var why = Reason.of(reason);
        var at = when.at;
        return desk.decide((desk, state) ->
                desk.minimum(state, track.track(), wanted, at == null ? desk.now() : at, when.security, why));
    }
}
