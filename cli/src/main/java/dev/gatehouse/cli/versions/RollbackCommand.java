package dev.gatehouse.cli.versions;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.Reason;
import dev.gatehouse.cli.policy.TrackOptions;
import dev.gatehouse.policy.release.Command.ApproveRollback;
import dev.gatehouse.policy.release.Command.ProposeRollback;
import dev.gatehouse.policy.release.Command.RollBack;
import dev.gatehouse.policy.version.ClientVersion;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse versions rollback}. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Moves the minimum down, in three steps: --reason proposes, --approve approves, --apply does it.")
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Parameters(paramLabel = "VERSION", description = "The published version that is to be the minimum again.")
    private String version = "";

    @ArgGroup(multiplicity = "1")
    private Step step = new Step();

    /** One of the three. */
    static final class Step {
        @Option(names = "--reason", required = true, description = "Propose it, with why, in one line.")
        private @Nullable String reason;

        @Option(names = "--approve", paramLabel = "ROLE", required = true, description = "Approve it in this role.")
        private @Nullable String role;

        @Option(names = "--apply", required = true, description = "Do it, once it is approved.")
        private boolean apply;
    }

    @Override
    public Integer call() {
        var wanted = ClientVersion.parse(version);
        var line = track.track();
        var role = step.role;
        if (role != null) {
            return desk.decide(new ApproveRollback(line, wanted, role));
        }
        if (step.apply) {
            return desk.decide(new RollBack(line, wanted));
        }
        var why = Reason.of(step.reason == null ? "" : step.reason);
        return desk.decide(new ProposeRollback(line, wanted, why));
    }
}
