package dev.gatehouse.policy.statement.page;

import dev.gatehouse.findings.report.html.Html;
import dev.gatehouse.findings.report.html.PageHead;
import dev.gatehouse.findings.report.html.PagePart;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.Proof;
import dev.gatehouse.policy.statement.State;
import dev.gatehouse.policy.statement.Statement;
import dev.gatehouse.policy.statement.Told;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** A statement as one page that needs no script and no network. The policy in it lets nothing run and nothing be loaded. */
public final class HtmlPage {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder page = new StringBuilder();

    private HtmlPage() {}

    public static String of(Statement statement, String tool) throws IOException {
        return new HtmlPage().whole(statement, tool, PagePart.load(HtmlPage.class, "statement.css"));
    }

    private String whole(Statement statement, String tool, PagePart style) {
        var plan = statement.plan();
        page.append(PageHead.of(plan.title(), style)).append("<main>\n<header>\n");
        add("<p class=\"product\">%s</p>\n<h1>%s</h1>\n", plan.product(), plan.title());
        if (!plan.summary().isEmpty()) {
            add("<p class=\"lead\">%s</p>\n", plan.summary());
        }
        add(
                "<p class=\"meta\">As of <time>%s</time> · Contact: %s</p>\n",
                MINUTE.format(statement.created()), plan.contact());
        tally(statement);
        page.append("</header>\n<section aria-label=\"All claims\">\n<ul class=\"index\">\n");
        statement.claims().forEach(told -> {
            page.append("<li><a href=\"#").append(told.claim().id()).append("\">");
            add("<span>%s</span></a> ", told.claim().title());
            chip(told.state());
            page.append("</li>\n");
        });
        page.append("</ul>\n</section>\n");
        statement.claims().forEach(this::claim);
        add(
                "<footer><p>Every line is decided from the evidence named below it, each time this page is made. What nothing shows is called so; a person's word is marked as attested and ends by itself.</p><p>%s</p></footer>\n",
                tool);
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void tally(Statement statement) {
        page.append("<ul class=\"tally\">\n");
        for (var state : State.values()) {
            page.append("<li class=\"%s\"><b>%d</b> %s</li>\n"
                    .formatted(state.key(), statement.count(state), state.label()));
        }
        page.append("</ul>\n");
    }

    private void claim(Told told) {
        page.append("<article id=\"").append(told.claim().id()).append("\">\n<div class=\"head\">");
        add("<h2>%s</h2>", told.claim().title());
        page.append("<p class=\"now\">");
        chip(told.state());
        add(
                " <span class=\"since\">since %s</span></p></div>\n",
                Evidence.day(told.since()).toString());
        add("<p class=\"why\">%s</p>\n", told.answer().sentence());
        var grid = told.answer().grid();
        if (grid != null && !grid.rows().isEmpty()) {
            table(grid);
        }
        if (!told.answer().proofs().isEmpty()) {
            page.append("<ul class=\"proofs\" aria-label=\"Evidence\">\n");
            told.answer().proofs().forEach(this::proof);
            page.append("</ul>\n");
        }
        page.append("</article>\n");
    }

    private void table(Grid grid) {
        boolean states = grid.hasStates();
        page.append("<table>\n<thead><tr>");
        grid.columns().forEach(column -> add("<th scope=\"col\">%s</th>", column));
        page.append(states ? "<th scope=\"col\">State</th>" : "").append("</tr></thead>\n<tbody>\n");
        for (var row : grid.rows()) {
            page.append("<tr>");
            for (int i = 0; i < row.cells().size(); i++) {
                add(
                        i == 0 ? "<th scope=\"row\">%s</th>" : "<td>%s</td>",
                        row.cells().get(i));
            }
            if (states) {
                page.append("<td>");
                if (row.state() != null) {
                    chip(row.state());
                }
                page.append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table>\n");
    }

    private void proof(Proof proof) {
        page.append("<li>");
        if (proof.href() == null) {
            add("%s", proof.name());
        } else {
            add("<a href=\"%s\" rel=\"noreferrer\">%s</a>", proof.href(), proof.name());
        }
        if (proof.sha256() != null) {
            add(" <code>%s</code>", proof.sha256());
        }
        page.append("</li>\n");
    }

    private void chip(State state) {
        page.append("<span class=\"chip %s\">%s</span>".formatted(state.key(), state.label()));
    }

    private void add(String markup, String... texts) {
        page.append(
                markup.formatted((Object[]) Arrays.stream(texts).map(Html::text).toArray(String[]::new)));
    }
}
