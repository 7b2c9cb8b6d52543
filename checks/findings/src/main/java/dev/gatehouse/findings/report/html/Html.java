package dev.gatehouse.findings.report.html;

import dev.gatehouse.findings.text.VisibleText;

/** Text in HTML. */
public final class Html {
    private Html() {}

    /** The text with nothing in it that a browser would take for markup. */
    public static String text(String text) {
        return VisibleText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
