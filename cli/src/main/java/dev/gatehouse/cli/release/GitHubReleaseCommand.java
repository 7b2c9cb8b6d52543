package dev.gatehouse.cli.release;

import dev.gatehouse.cli.link.Delivery;
import dev.gatehouse.cli.link.GitHubOptions;
import dev.gatehouse.cli.link.OutboxOption;
import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.TrackOptions;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.trackers.github.GitHubHandler;
import dev.gatehouse.trackers.github.GitHubIntents;
import dev.gatehouse.trackers.github.place.PlaceFinder;
import dev.gatehouse.trackers.github.release.ReleaseIntent;
import dev.gatehouse.trackers.github.text.Length;
import dev.gatehouse.trackers.http.HttpSettings;
import dev.gatehouse.trackers.http.Sleeper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse release github}. */
@Command(
        name = "github",
        mixinStandardHelpOptions = true,
        description = {
            "Creates or updates the GitHub release of a published version, with notes and evidence files.",
            "Safe to repeat: what is there and right stays, what was cut off half-way is sent again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there, or waiting in the outbox because GitHub could not be told",
            "1:the ledger has no such published version",
            "2:usage or bad input"
        })
final class GitHubReleaseCommand implements Callable<Integer> {
    /** The content waits in the outbox; larger files belong into an artifact repository. */
    private static final long LARGEST_FILE = 64L << 20;

    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Mixin
    private GitHubOptions options = new GitHubOptions();

    @Mixin
    private OutboxOption outbox = new OutboxOption();

    @Parameters(paramLabel = "VERSION", description = "The published version.")
    private String version = "";

    @Option(names = "--tag", paramLabel = "TAG", description = "Default: v and the version.")
    private @Nullable String tag;

    @Option(names = "--name", paramLabel = "TITLE", description = "Default: app and version.")
    private @Nullable String name;

    @Option(names = "--notes", paramLabel = "FILE", required = true, description = "The notes, Markdown.")
    private Path notes = Path.of("");

    @Option(names = "--asset", paramLabel = "FILE", description = "A file to go with it; repeatable.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--prerelease", description = "Mark it as a pre-release.")
    private boolean prerelease;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to talk to GitHub; what is not done by then waits (default: ${DEFAULT-VALUE}).")
    private int wait = 60;

    @Override
    public Integer call() {
        var wanted = ClientVersion.parse(version);
        var line = track.track();
        var candidate =
                desk.look(state -> state.publication(line, wanted).flatMap(published -> state.candidate(line, wanted)));
        if (candidate.isEmpty()) {
            desk.err()
                    .println("gatehouse: refused: %s of %s is not published; 'gatehouse release publish' comes first"
                            .formatted(wanted, line));
            return ExitCode.FAILED;
        }
        var finder = PlaceFinder.of(Path.of(""), System.getenv());
        var asked = options.asked();
        var release = new ReleaseIntent(
                tag == null ? "v" + wanted : tag,
                candidate.get().commit(),
                name == null ? line.app() + " " + wanted : name,
                Length.page(text(notes), Length.BODY, "The notes were cut here: GitHub takes 65,535 characters."),
                prerelease,
                files.stream().map(GitHubReleaseCommand::file).toList());
        var told = GitHubIntents.of(finder.api(asked), finder.repository(asked), release);
        if (desk.isDryRun()) {
            desk.out().println("would tell release " + VisibleText.line(release.tag()));
            return ExitCode.PASSED;
        }
        var target = told.intents().get(0).subject().target();
        var handler = GitHubHandler.open(target, System.getenv(), HttpSettings.BUILD, desk.clock(), Sleeper.REAL);
        try (var box = outbox.open(desk.clock())) {
            new Delivery(box, desk.clock(), desk.out()).deliver(handler, told.intents(), Duration.ofSeconds(wait));
        }
        return ExitCode.PASSED;
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static ReleaseIntent.File file(Path file) {
        var content = bytes(file);
        var name = String.valueOf(file.getFileName());
        // GitHub puts dots in place of what is no letter, digit, dot, hyphen or underscore, and we must find it again
        var plain = name.replaceAll("[^A-Za-z0-9._-]+", ".");
        return new ReleaseIntent.File(
                plain,
                plain.endsWith(".json") ? "application/json" : "application/octet-stream",
                Base64.getEncoder().encodeToString(content),
                Sha256.of(content));
    }

    private static byte[] bytes(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new BadInput("%s is no file".formatted(VisibleText.line(file.toString())));
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new BadInput("%s is larger than 64 MB; give evidence, and link to artifacts in the notes"
                        .formatted(VisibleText.line(file.toString())));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput("%s cannot be read".formatted(VisibleText.line(file.toString())), e);
        }
    }
}
