package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.model.Triage.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that was escaped is harmless where the escaping is for, and only there. */
class EscapingTest {
    private static final String ENCODE = """
            package org.owasp.encoder;
            public class Encode {
                public static String forHtml(String text) { return text; }
                public static String forJavaScript(String text) { return text; }
            }
            """;
    private static final String PAGE = """
            package shop;
            import org.owasp.encoder.Encode;
            class Page {
                void page(javax.servlet.http.HttpServletRequest request, java.io.PrintWriter out, java.sql.Statement db) throws Exception {
                    String p = request.getParameter("p");
                    String html = Encode.forHtml(p);
                    String undone = html.replace("&lt;", "<");
                    String script = Encode.forJavaScript(p);
                    int number = Integer.parseInt(p);
                    String encoded = java.util.Base64.getEncoder().encodeToString(p.getBytes());
                    String decoded = new String(java.util.Base64.getDecoder().decode(encoded));
                    out.println("<p>" + html + "</p>"); // escaped
                    out.println("<p>" + html + p + "</p>"); // both
                    out.println(undone); // undone
                    out.println(script); // other
                    out.println(number); // number
                    out.println(encoded); // encoded
                    out.println(decoded); // decoded
                    db.execute("select '" + html + "'"); // sql
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsEscapedForHtmlIsHarmlessInHtml() throws IOException {
        assertThat(level("XSS_SERVLET", "escaped")).isEqualTo(Level.UNLIKELY);
        assertThat(level("XSS_SERVLET", "number")).isEqualTo(Level.UNLIKELY);
        assertThat(level("XSS_SERVLET", "encoded")).isEqualTo(Level.UNLIKELY);
    }

    @Test
    void nothingElseIs() throws IOException {
        assertThat(level("XSS_SERVLET", "both")).isEqualTo(Level.CONFIRMED);
        assertThat(level("XSS_SERVLET", "undone")).isEqualTo(Level.CONFIRMED);
        assertThat(level("XSS_SERVLET", "other")).isGreaterThanOrEqualTo(Level.LIKELY);
        assertThat(level("XSS_SERVLET", "decoded")).isGreaterThanOrEqualTo(Level.LIKELY);
        assertThat(level("SQL_INJECTION_JDBC", "sql")).isEqualTo(Level.CONFIRMED);
    }

    private Level level(String rule, String mark) throws IOException {
        var compiled = Compiled.in(
                folder,
                Map.of(
                        "javax/servlet/http/HttpServletRequest.java", Compiled.REQUEST,
                        "org/owasp/encoder/Encode.java", ENCODE,
                        "shop/Page.java", PAGE));
        var method = "page(Ljavax/servlet/http/HttpServletRequest;Ljava/io/PrintWriter;Ljava/sql/Statement;)V";
        return Triage.levelOf(compiled.look(OwnMethods.NONE)
                .judge(compiled.finding(rule, "shop/Page.java", method, mark))
                .triage());
    }
}
