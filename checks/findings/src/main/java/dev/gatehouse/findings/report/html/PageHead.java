package dev.gatehouse.findings.report.html;

import org.jspecify.annotations.Nullable;

/**
 * What every page that is handed out as a file begins with. Its content security policy (CSP Level 3) lets nothing be
 * loaded, and nothing run but the one style sheet and the one script that it names by digest.
 */
public final class PageHead {
    private PageHead() {}

    /** Up to where the body begins, for a page without any script. */
    public static String of(String title, PagePart style) {
        return of(title, style, null);
    }

    static String of(String title, PagePart style, @Nullable PagePart script) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; %sstyle-src %s; base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                """.formatted(
                        script == null ? "" : "script-src %s; ".formatted(script.digest()),
                        style.digest(),
                        Html.text(title),
                        style.content());
    }
}
