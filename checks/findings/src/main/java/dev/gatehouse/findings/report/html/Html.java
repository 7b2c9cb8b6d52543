package dev.gatehouse.findings.report.html;

import dev.gatehouse.findings.text.VisibleText;

/** Text in HTML. */
final class Html {
    private Html() {}

    static String text(String text) {
        return VisibleText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
