package dev.gatehouse.cli.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.cli.policy.PolicyOptions;
import dev.gatehouse.cli.policy.Rules;
import dev.gatehouse.cli.policy.ServerOption;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.git.TagPattern;
import dev.gatehouse.policy.train.ReleaseSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command on release trains has: the settings, the product, the clock and where results go. */
final class TrainOptions {
    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Mixin
    private ServerOption server = new ServerOption();

    @Option(
            names = "--product",
            paramLabel = "NAME",
            description = "One of release.products, where a repository has several.")
    private @Nullable String product;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    ReleaseSettings.Product product(Rules rules) {
        return ReleaseSettings.read(rules.file(), rules.floor()).product(product);
    }

    /** Those of a directory, or the server's. */
    Rules rules(Path directory) {
        if (!server.isNamed()) {
            return policy.rules(directory);
        }
        if (policy.isNamed()) {
            throw new BadInput("a server decides by its own rules, so --policy and --floor go without --server");
        }
        return server.rules();
    }

    ServerOption server() {
        return server;
    }

    /** How the product's versions are tagged; the default where the policy has no release train. */
    TagPattern tags(Rules rules) {
        return rules.tags(product);
    }

    Clock clock() {
        return clock;
    }

    /** The day of an option, or today where the train runs. */
    LocalDate day(String option, @Nullable String text, ReleaseSettings.Product product) {
        if (text == null) {
            return LocalDate.now(clock.withZone(product.train().calendar().zone()));
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new BadInput(
                    "%s: '%s' is no date: write it as 2026-12-31".formatted(option, VisibleText.exact(text)), e);
        }
        throw new BadInput("%s: %s is not between 1970 and 2999".formatted(option, text));
    }

    void line(String line) {
        out(VisibleText.exact(line));
    }

    void json(Object value) throws JsonProcessingException {
        out(ReportJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }

    void out(String text) {
        Objects.requireNonNull(spec).commandLine().getOut().println(text);
    }

    /** As it is, without a line end of the platform. */
    void raw(String text) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
