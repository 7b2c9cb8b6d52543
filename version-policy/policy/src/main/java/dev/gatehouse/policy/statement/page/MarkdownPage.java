package dev.gatehouse.policy.statement.page;

import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Proof;
import dev.gatehouse.policy.statement.Statement;
import dev.gatehouse.policy.statement.Told;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement as Markdown (CommonMark with tables). */
public final class MarkdownPage {
    private final StringBuilder page = new StringBuilder();

    private MarkdownPage() {}

    public static String of(Statement statement, String tool) {
        return new MarkdownPage().whole(statement, tool);
    }

    private String whole(Statement statement, String tool) {
        var plan = statement.plan();
        line("# " + text(plan.title()));
        line("");
        line("%s · %s · contact: %s".formatted(text(plan.product()), statement.created(), text(plan.contact())));
        if (!plan.summary().isEmpty()) {
            line("");
            line(text(plan.summary()));
        }
        line("");
        line("| claim | state | since |");
        line("|---|---|---|");
        statement
                .claims()
                .forEach(told -> line("| %s | **%s** | %s |"
                        .formatted(text(told.claim().title()), told.state().label(), Evidence.day(told.since()))));
        statement.claims().forEach(this::claim);
        line("");
        line("Made by %s from the evidence named here.".formatted(text(tool)));
        return page.toString();
    }

    private void claim(Told told) {
        line("");
        line("## " + text(told.claim().title()));
        line("");
        line("**%s**, since %s. %s"
                .formatted(
                        told.state().label(),
                        Evidence.day(told.since()),
                        text(told.answer().sentence())));
        var grid = told.answer().grid();
        if (grid != null && !grid.rows().isEmpty()) {
            line("");
            boolean states = grid.hasStates();
            row(states ? "State" : null, grid.columns());
            line("|---".repeat(grid.columns().size() + (states ? 1 : 0)) + "|");
            grid.rows()
                    .forEach(row -> row(row.state() == null ? null : row.state().label(), row.cells()));
        }
        if (!told.answer().proofs().isEmpty()) {
            line("");
            told.answer().proofs().forEach(proof -> line("* " + proof(proof)));
        }
    }

    private static String proof(Proof proof) {
        var name = proof.href() == null
                ? text(proof.name())
                : "[%s](<%s>)".formatted(text(proof.name()), proof.href().replace(">", "%3E"));
        return proof.sha256() == null ? name : "%s, SHA-256 `%s`".formatted(name, proof.sha256());
    }

    private void row(@Nullable String first, List<String> cells) {
        line(Stream.concat(Stream.ofNullable(first), cells.stream())
                .map(MarkdownPage::text)
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** One line in which nothing steers the layout. */
    private static String text(String text) {
        return VisibleText.line(text).replaceAll("([\\\\`*_{}\\[\\]<>|#!&])", "\\\\$1");
    }
}
