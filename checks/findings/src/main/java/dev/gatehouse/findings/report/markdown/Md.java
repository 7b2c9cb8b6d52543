package dev.gatehouse.findings.report.markdown;

import dev.gatehouse.findings.text.VisibleText;
import java.util.regex.Pattern;

/**
 * Text in GitHub-flavoured Markdown, also inside a table: shown as it is, never as markup, link or mention.
 *
 * <p>GitHub looks for mentions ({@code @name}) and references ({@code #1}, {@code GH-1}) after it has made HTML, when
 * neither a backslash nor an entity is left; only a character in between stops it, here one without width.
 */
public final class Md {
    private static final String SPECIAL = "\\`*_{}[]()#+-.!|~>";
    private static final String NO_WIDTH = "&#8203;";
    private static final Pattern REFERENCE = Pattern.compile("(?i)(#|\\bGH-)(?=[0-9])");
    /** Stands for {@link #NO_WIDTH} while the text is escaped; {@link VisibleText} lets no such character through. */
    private static final char MARK = '\u0001';

    private Md() {}

    public static String text(String text) {
        var escaped = new StringBuilder();
        for (char character : marked(text).toCharArray()) {
            switch (character) {
                case MARK -> escaped.append(NO_WIDTH);
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                // a mention would tell strangers, and a bare address would become a link
                case '@' -> escaped.append('@').append(NO_WIDTH);
                case ':' -> escaped.append("&#58;");
                default -> {
                    if (SPECIAL.indexOf(character) >= 0) {
                        escaped.append('\\');
                    }
                    escaped.append(character);
                }
            }
        }
        return escaped.toString();
    }

    private static String marked(String text) {
        return REFERENCE.matcher(VisibleText.line(text)).replaceAll("$1" + MARK);
    }
}
