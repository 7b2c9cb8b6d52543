package dev.gatehouse.cli.versions;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.VersionDecision;
import dev.gatehouse.policy.release.Command.Block;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatehouse versions block}. */
@Command(
        name = "block",
        mixinStandardHelpOptions = true,
        description = "Blocks a version at once: it must not run any more.")
final class BlockCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private VersionDecision on = new VersionDecision();

    @Override
    public Integer call() {
        return desk.decide(new Block(on.track(), on.version(), on.reason()));
    }
}
