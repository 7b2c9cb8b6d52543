package dev.gatehouse.cli.incident;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.incident.Affected;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which versions an incident is about, and what is done about them. */
final class AboutVersions {
    private static final Pattern ISSUE = Pattern.compile("[A-Z][A-Z0-9_]{1,99}-[1-9][0-9]{0,17}");

    @Option(names = "--app", paramLabel = "NAME", description = "The app of the versions.")
    private @Nullable String app;

    @Option(names = "--platform", paramLabel = "NAME", description = "The platform of the versions.")
    private @Nullable String platform;

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            defaultValue = "stable",
            description = "The channel of the versions (default: ${DEFAULT-VALUE}).")
    private String channel = "stable";

    @Option(names = "--affected", paramLabel = "VERSION", description = "A published version it is in; repeatable.")
    private List<String> affected = new ArrayList<>();

    @Option(names = "--block", description = "Block the versions of --affected at once: they must not run any more.")
    private boolean block;

    @Option(
            names = "--minimum",
            paramLabel = "VERSION",
            description = "Make this the security minimum at once: older ones must be updated.")
    private @Nullable String minimum;

    @Option(names = "--jira", paramLabel = "KEY", description = "The Jira issue about it, such as SEC-12.")
    private @Nullable String issue;

    List<Affected> versions() {
        if (block && affected.isEmpty()) {
            throw new BadInput("--block blocks the versions of --affected; name them");
        }
        return affected.stream()
                .map(text -> new Affected(track(), ClientVersion.parse(text)))
                .toList();
    }

    /** The version on this line of versions. */
    Affected version(String text) {
        return new Affected(track(), ClientVersion.parse(text));
    }

    String issue() {
        if (issue == null) {
            return "";
        }
        if (!ISSUE.matcher(issue).matches()) {
            throw new BadInput("--jira takes the key of an issue, such as SEC-12");
        }
        return issue;
    }

    /** What is decided on versions, in the name of the incident. */
    List<Command> measures(String id, String why) {
        var reason = id + ": " + why;
        var measures = new ArrayList<Command>();
        if (block) {
            versions().forEach(one -> measures.add(new Command.Block(one.track(), one.version(), reason)));
        }
        if (minimum != null) {
            measures.add(new Command.RaiseMinimum(track(), ClientVersion.parse(minimum), null, reason));
        }
        return measures;
    }

    private Track track() {
        if (app == null || platform == null) {
            throw new BadInput("a version needs --app and --platform, as they are declared under versions.apps");
        }
        return new Track(app, platform, channel);
    }
}
