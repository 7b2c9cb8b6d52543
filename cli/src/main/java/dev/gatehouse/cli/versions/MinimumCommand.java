package dev.gatehouse.cli.versions;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.VersionDecision;
import dev.gatehouse.policy.release.Command.RaiseMinimum;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatehouse versions minimum}. */
@Command(
        name = "minimum",
        mixinStandardHelpOptions = true,
        description = "Makes a version the lowest that may run: announced for a time, or at once for security.")
final class MinimumCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private VersionDecision on = new VersionDecision();

    @ArgGroup(multiplicity = "1")
    private When when = new When();

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
        return desk.decide(new RaiseMinimum(on.track(), on.version(), when.security ? null : when.at, on.reason()));
    }
}
