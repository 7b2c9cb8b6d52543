package dev.gatehouse.cli.release;

import dev.gatehouse.cli.link.OutboxOption;
import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.cli.policy.Reason;
import dev.gatehouse.cli.policy.TrackOptions;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Command.Publish;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.trackers.jira.release.ReleaseReview;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse release publish}. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Publishes an approved version and moves the support window; refuses whatever is not in order.")
final class PublishCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Mixin
    private OutboxOption outbox = new OutboxOption();

    @Parameters(paramLabel = "VERSION", description = "The approved version.")
    private String version = "";

    @Option(names = "--artifact", paramLabel = "FILE", description = "Checked against what was approved; repeatable.")
    private List<Path> artifacts = new ArrayList<>();

    @Option(names = "--store-live-at", paramLabel = "TIME", description = "When the store serves it (default: now).")
    private @Nullable Instant storeLiveAt;

    @Option(
            names = "--hotfix",
            paramLabel = "REASON",
            description = "Go by the hotfix lane of the release train; the reason stands in the ledger.")
    private @Nullable String hotfix;

    @Option(
            names = "--break-glass",
            paramLabel = "REASON",
            description = "Publish without approvals, where the policy allows it; stands in the ledger for good.")
    private @Nullable String breakGlass;

    @Option(
            names = "--product",
            paramLabel = "NAME",
            description = "One of release.products, where a repository has several and Jira is told of releases.")
    private @Nullable String product;

    @Option(
            names = "--repository",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The git repository, where Jira is told of releases (default: this folder).")
    private Path repository = Path.of(".");

    @Override
    public Integer call() {
        var wanted = ClientVersion.parse(version);
        var glass = breakGlass == null ? "" : Reason.of(breakGlass);
        var files = artifacts.stream().map(Artifact::of).toList();
        var lane = hotfix == null ? "" : Reason.of(hotfix);
        if (!glass.isEmpty()) {
            desk.err().println("gatehouse: BREAKING THE GLASS: publishing without approvals: " + glass);
        }
        var jira = desk.isRemote() ? notAsked() : asked();
        var review = jira.flatMap(release -> review(release, wanted));
        var broken = review.stream()
                .flatMap(judged -> judged.rulings().stream())
                .filter(ruling -> !ruling.kept())
                .map(ruling -> VisibleText.exact(ruling.rule() + ": " + ruling.reason()))
                .toList();
        var word = glass.isEmpty() ? "refused: " : "warning: not kept: ";
        broken.forEach(reason -> desk.err().println("gatehouse: " + word + reason));
        if (glass.isEmpty() && !broken.isEmpty()) {
            return ExitCode.FAILED;
        }
        int code = desk.decide(new Publish(track.track(), wanted, files, storeLiveAt, lane, glass));
        if (code == ExitCode.PASSED && !desk.isDryRun() && jira.isPresent() && review.isPresent()) {
            tell(jira.get(), wanted, review.get());
        }
        return code;
    }

    private Optional<JiraRelease> asked() {
        return JiraRelease.find(desk.policy().rules(Path.of("")), null, repository, desk.clock());
    }

    /** A server decides by its own rules, and knows no Jira; that is said where somebody might count on it. */
    private Optional<JiraRelease> notAsked() {
        var here = Path.of("");
        if (desk.policy().exists(here) && JiraSettings.hasReleases(desk.policy().file(here))) {
            desk.err()
                    .println(
                            "gatehouse: note: with a server Jira is not asked here; 'gatehouse release jira %s --check'"
                                            .formatted(version)
                                    + " says whether its rules are kept, '--released' tells it");
        }
        return Optional.empty();
    }

    /** Of what was approved; nothing where nothing was proposed, which is refused anyway. */
    private Optional<ReleaseReview> review(JiraRelease jira, ClientVersion wanted) {
        return desk.look(state -> state.candidate(track.track(), wanted))
                .map(candidate -> jira.review(desk.tags(product), wanted.version(), candidate.commit(), null));
    }

    /** It is published; a Jira that is down hears of it later. */
    private void tell(JiraRelease jira, ClientVersion wanted, ReleaseReview review) {
        var intents = List.of(jira.planned(wanted.version(), review), jira.released(wanted.version()));
        try (var queue = outbox.open(desk.clock())) {
            jira.tell(queue, intents, Duration.ofSeconds(30), line -> desk.err().println(VisibleText.exact(line)));
        }
    }
}
