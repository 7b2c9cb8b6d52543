package dev.gatehouse.trackers.jira.text;

import dev.gatehouse.findings.text.VisibleText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Jira's wiki notation. Whatever could be markup gets a backslash; in a verbatim block, where no backslash works, a space
 * breaks the only word that could end it.
 */
public final class Wiki {
    private static final String SPECIAL = "\\{}[]()|*_-+^~?!#@<>&:;/'\"%=";
    private static final Pattern BRACED = Pattern.compile("(?i)\\{(?=\\s*(noformat|code|panel|quote|color))");

    private Wiki() {}

    public static String of(Document document) {
        return document.blocks().stream().map(Wiki::block).collect(Collectors.joining("\n\n"));
    }

    private static String block(Block block) {
        if (block instanceof Block.Heading heading) {
            return "h3. " + escaped(heading.text());
        }
        if (block instanceof Block.Paragraph paragraph) {
            return line(paragraph.spans());
        }
        if (block instanceof Block.Bullets bullets) {
            return bullets.items().stream().map(item -> "* " + line(item)).collect(Collectors.joining("\n"));
        }
        var text = VisibleText.block(((Block.Verbatim) block).text());
        return "{noformat}\n" + BRACED.matcher(text).replaceAll("{ ") + "\n{noformat}";
    }

    private static String line(List<Span> spans) {
        return spans.stream().map(Wiki::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        var text = escaped(span.text());
        if (text.isBlank()) {
            return text;
        }
        if (span instanceof Span.Strong) {
            return "*" + text + "*";
        }
        if (span instanceof Span.Mono) {
            return "{{" + text + "}}";
        }
        if (span instanceof Span.Link link && link.isSafe()) {
            return "[" + text + "|" + link.address().replace("|", "%7C").replace("]", "%5D") + "]";
        }
        return text;
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        var line = VisibleText.block(text).replaceAll("[\\n\\t]+", " ");
        line.codePoints().forEach(point -> {
            if (SPECIAL.indexOf(point) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(point);
        });
        // markup that begins a line: "h1." and "bq."
        return escaped.toString().replaceFirst("^(h[1-6]|bq)\\.", "$1&#46;");
    }
}
