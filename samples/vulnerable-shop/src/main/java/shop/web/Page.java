package shop.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletResponse;

/** The shop's layout. Callers escape whatever they put into a body. */
public final class Page {
    /** How every page starts; the heading comes next. */
    public static final String START = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Tea shop</title><link rel="stylesheet" href="/style.css"></head>
            <body><header><a href="/">Tea shop</a></header><main>
            """;

    /** How every page ends. */
    public static final String END = """
            </main><footer>Made to be attacked on this machine only. <a href="/">All pages</a></footer></body></html>
            """;

    private Page() {}

    /** A form with one text field that comes back to the same address. */
    public static String form(String method, String field, String label, String example) {
        return """
                <form method="%s"><label>%s <input name="%s" value="%s"></label> <button>Go</button></form>
                """.formatted(method, label, field, example);
    }

    /** A form with a larger text field that comes back to the same address. */
    public static String textForm(String field, String label, String example) {
        return """
                <form method="post"><label>%s<textarea name="%s" rows="6">%s</textarea></label> <button>Send</button></form>
                """.formatted(label, field, example);
    }

    /** Sends a whole page. */
    public static void send(HttpServletResponse response, String title, String body) throws IOException {
        var page = START + "<h1>" + title + "</h1>" + body + END;
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }
}
