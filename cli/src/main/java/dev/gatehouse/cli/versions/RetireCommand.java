package dev.gatehouse.cli.versions;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.VersionDecision;
import dev.gatehouse.policy.release.Command.Retire;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatehouse versions retire}. */
@Command(
        name = "retire",
        mixinStandardHelpOptions = true,
        description = "Takes a version out of the window; it may run until its announced date.")
final class RetireCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private VersionDecision on = new VersionDecision();

    @Override
    public Integer call() {
        return desk.decide(new Retire(on.track(), on.version(), on.reason()));
    }
}
