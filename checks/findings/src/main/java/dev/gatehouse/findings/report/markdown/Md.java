package dev.gatehouse.findings.report.markdown;

import dev.gatehouse.findings.text.VisibleText;

/** Text in GitHub-flavoured Markdown, also inside a table: shown as it is, never as markup, link or mention. */
final class Md {
    private static final String SPECIAL = "\\`*_{}[]()#+-.!|~>";

    private Md() {}

    static String text(String text) {
        var escaped = new StringBuilder();
        for (char character : VisibleText.line(text).toCharArray()) {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                // a mention would tell strangers, and a bare address would become a link
                case '@' -> escaped.append("&#64;");
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
}
