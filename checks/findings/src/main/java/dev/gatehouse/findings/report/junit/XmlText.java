package dev.gatehouse.findings.report.junit;

import dev.gatehouse.findings.text.VisibleText;

/** Text in XML 1.0: what the standard forbids even escaped is gone before, see {@link VisibleText}. */
final class XmlText {
    private XmlText() {}

    static String attribute(String text) {
        return escape(VisibleText.line(text));
    }

    static String content(String text) {
        return escape(VisibleText.block(text));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
