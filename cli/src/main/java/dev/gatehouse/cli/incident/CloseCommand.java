package dev.gatehouse.cli.incident;

import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.Reason;
import dev.gatehouse.policy.incident.Affected;
import dev.gatehouse.policy.incident.IncidentCommand;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse incident close}. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description = "Ends an incident; with the hotfix that was published for it, the time to fix is known.")
final class CloseCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Parameters(paramLabel = "ID", description = "The incident, such as INC-2026-001.")
    private String id = "";

    @Option(names = "--note", paramLabel = "TEXT", required = true, description = "How it ended, in one line.")
    private String note = "";

    @ArgGroup(exclusive = false, heading = "The release that mended it:%n")
    private @Nullable Hotfix hotfix;

    /** A published version; all of these together. */
    static final class Hotfix {
        @Option(names = "--hotfix", paramLabel = "VERSION", required = true, description = "The published version.")
        private String version = "";

        @Option(names = "--app", paramLabel = "NAME", required = true, description = "Its app.")
        private String app = "";

        @Option(names = "--platform", paramLabel = "NAME", required = true, description = "Its platform.")
        private String platform = "";

        @Option(
                names = "--channel",
                paramLabel = "NAME",
                defaultValue = "stable",
                description = "Its channel (default: ${DEFAULT-VALUE}).")
        private String channel = "stable";

        Affected version() {
            return new Affected(new Track(app, platform, channel), ClientVersion.parse(version));
        }
    }

    @Override
    public Integer call() {
        var closing =
                new IncidentCommand.Close(id, Reason.of("--note", note), hotfix == null ? null : hotfix.version());
        return new Book(desk).write(closing, (state, id) -> List.of());
    }
}
