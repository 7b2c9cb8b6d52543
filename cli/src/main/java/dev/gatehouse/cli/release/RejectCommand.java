package dev.gatehouse.cli.release;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.VersionDecision;
import dev.gatehouse.policy.release.Command.Reject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatehouse release reject}. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = "Rejects a proposed version; only a new proposal takes that back.")
final class RejectCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private VersionDecision on = new VersionDecision();

    @Override
    public Integer call() {
        return desk.decide(new Reject(on.track(), on.version(), on.reason()));
    }
}
