package dev.gatehouse.cli.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.policy.git.GitRepository;
import dev.gatehouse.policy.train.AdherenceReader;
import dev.gatehouse.policy.train.ReleaseHistory;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatehouse release adherence}. */
@Command(
        name = "adherence",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says how well the repository's tags kept the cadence: per window on time, late, missed, extra.",
            "With --server: how well what was published on each track did."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "2:usage or bad input"},
        footer = {
            "",
            "Examples:",
            "  gatehouse release adherence --since 2026-01-01",
            "  gatehouse release adherence --server https://gatehouse.example"
        })
final class AdherenceCommand implements Callable<Integer> {
    @Mixin
    private TrainOptions train = new TrainOptions();

    @Mixin
    private Where where = new Where();

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "The first day. Default: the train's anchor; with --server, half a year ago.")
    private @Nullable String since;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day. Default: today in the train's time zone.")
    private @Nullable String until;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What to print: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private CheckCommand.Format format = CheckCommand.Format.text;

    @Override
    public Integer call() throws JsonProcessingException {
        if (train.server().isNamed()) {
            published();
        } else {
            tagged();
        }
        return 0;
    }

    private void published() throws JsonProcessingException {
        var tracks = PublishedAdherence.ask(train, since, until);
        if (format == CheckCommand.Format.json) {
            train.json(tracks);
        } else {
            tracks.stream().flatMap(track -> track.lines().stream()).forEach(train::line);
        }
    }

    private void tagged() throws JsonProcessingException {
        var product = train.product(train.rules(where.directory()));
        var first = since == null ? product.train().anchor() : train.day("--since", since, product);
        var last = train.day("--until", until, product);
        try (var repository = GitRepository.open(where.directory())) {
            var tags = repository.tags(product.tags());
            var view = AdherenceView.of(
                    product.train(),
                    tags,
                    new AdherenceReader(product.train(), ReleaseHistory.of(tags), first, last).read(),
                    first,
                    last);
            if (format == CheckCommand.Format.json) {
                train.json(view);
            } else {
                view.lines().forEach(train::line);
            }
        }
    }
}
