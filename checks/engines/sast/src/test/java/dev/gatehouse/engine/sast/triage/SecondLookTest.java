package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.model.Triage.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each safe case beside look-alikes that must not be cleared, as Java 8 and Java 17 compile them. */
class SecondLookTest {
    private static final String REQUEST = """
            package javax.servlet.http;
            public interface HttpServletRequest { String getParameter(String name); Object[] all(); }
            """;
    /** Line 4 is the first of the method's body. */
    private static final String FRAME = """
            class Shop {
            static String field; static StringBuilder shared; int count;
            void find(javax.servlet.http.HttpServletRequest request, java.sql.Statement db, String[] names, int number) throws Exception {
            %s
            db.execute(sql); // sink
            }
            static void fill(StringBuilder text) { text.append(field); }
            static String helper(String text) { return field; }
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String sql = \"select 1\";",
                "String sql = \"select \" + number;",
                "String sql = new StringBuilder(\"a\").append(number).append(true).toString().trim();",
                "String p = request.getParameter(\"a\"); int n = 3; String sql; if (n << 2 >= 12) sql = \"b\"; else sql = p;",
                "String p = request.getParameter(\"a\"); int n = 9; String sql = n % 4 - 1 == 0 ? \"b\" : p;",
                "String p = request.getParameter(\"a\"), sql; switch (\"north\".charAt(2)) { case 'n': sql = p; break; case 'r': sql = \"b\"; break; default: sql = p; }",
                "String p = request.getParameter(\"a\"), sql = \"x\"; if (number > 5) sql = \"y\";",
                "int i = Integer.parseInt(request.getParameter(\"a\")); String sql = \"where id=\" + i;",
                "String sql = \"\"; for (int i = 0; i < number; i++) sql = sql + i;",
                "StringBuilder b = new StringBuilder(); for (String n : names) b.append(\"?,\"); String sql = b.toString();",
            })
    void valueMadeOfConstantsAndNumbersIsUnlikely(String body) {
        assertThat(level(body, "8")).isEqualTo(Level.UNLIKELY);
        assertThat(level(body, "17")).isEqualTo(Level.UNLIKELY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String sql = names[0];",
                "String sql = \"select \" + names[number];",
                "String sql = field;",
                "String sql = helper(\"constant\");",
                "StringBuilder b = new StringBuilder(\"a\"); fill(b); String sql = b.toString();",
                "StringBuilder b = new StringBuilder(\"a\"); shared = b; String sql = b.toString();",
                "StringBuilder b = new StringBuilder(\"a\"); StringBuilder c = b; c.append(field); String sql = b.toString();",
                "StringBuilder b = new StringBuilder(); for (String n : names) b.append(n); String sql = b.toString();",
                "StringBuilder b = new StringBuilder(), c = new StringBuilder(); StringBuilder d = number > 1 ? b : c; d.append(field); String sql = b.toString();",
                "StringBuilder[] a = {new StringBuilder()}; a[0].append(field); String sql = a[0].toString();",
                "StringBuilder b = new StringBuilder(); Runnable r = () -> b.append(field); r.run(); String sql = b.toString();",
                "String sql = \"\"; for (char c : field.toCharArray()) sql += c;",
                "String sql = \"\"; for (int i = 0; i < number; i++) sql += (char) (field.charAt(i) + 1);",
                "String sql = new StringBuilder().appendCodePoint(number).toString();",
                "int n = number; String sql = n > 20 ? \"b\" : field;",
                "count = 7; String sql = count > 20 ? \"b\" : field;",
                "int n = 1; for (int i = 0; i < number; i++) n += i; String sql = n == 1 ? \"b\" : field;",
                "String sql; switch (\"north\".charAt(number)) { case 'n': sql = field; break; default: sql = \"b\"; }",
                "String sql = \"a\"; try { number = number / 0; } catch (ArithmeticException e) { sql = field; }",
                "Object[] all = request.all(); all[0] = \"x\"; String sql = (String) all[1];",
                "String[] own = {\"a\", \"b\"}; own[1] = field; String sql = own[1];",
            })
    void lookAlikeIsNotCleared(String body) {
        assertThat(level(body, "8")).isGreaterThanOrEqualTo(Level.LIKELY);
        assertThat(level(body, "17")).isGreaterThanOrEqualTo(Level.LIKELY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "17"})
    void parameterThatReachesTheCallIsConfirmedWithItsWay(String release) {
        var judged = judged("String sql = \"where a='\" + request.getParameter(\"a\") + \"'\";", release);

        assertThat(judged.triage())
                .isEqualTo(new Triage(Level.CONFIRMED, "A value read from the request on line 4 reaches this call."));
        assertThat(judged.evidence().steps()).extracting(Evidence.Step::line).containsExactly(4, 5);
    }

    @Test
    void reasonNamesTheBranchThatConstantsDecide() {
        var judged = judged("int n = 1; String sql = n == 1 ? \"b\" : field;", "17");

        assertThat(judged.triage())
                .isEqualTo(new Triage(
                        Level.UNLIKELY,
                        "Everything given to the calls here is made of constants and numbers only; constants decide"
                                + " which way the code goes on line 4."));
    }

    @Test
    void ruleThatNeedsNoValueFromOutsideIsLeftAlone() {
        var hash = finding("WEAK_MESSAGE_DIGEST_MD5", "find", 5);

        assertThat(new SecondLook(name -> Optional.empty()).judge(hash).triage())
                .extracting(Triage::level)
                .isEqualTo(Level.LIKELY);
    }

    @Test
    void markerIsInformational() {
        var marker = finding("SERVLET_PARAMETER", "find", 5).withTags(List.of("informational"));

        assertThat(new SecondLook(name -> Optional.empty()).judge(marker).triage())
                .extracting(Triage::level)
                .isEqualTo(Level.INFORMATIONAL);
    }

    @Test
    void brokenClassIsNotCleared() {
        var finding = finding("SQL_INJECTION_JDBC", "find()V", 5);

        assertThat(new SecondLook(name -> Optional.of(new byte[] {1, 2, 3}))
                        .judge(finding)
                        .triage())
                .extracting(Triage::level)
                .isEqualTo(Level.LIKELY);
    }

    private Level level(String body, String release) {
        return Triage.levelOf(judged(body, release).triage());
    }

    private Finding judged(String body, String release) {
        compile(FRAME.formatted(body), release);
        var method = "find(Ljavax/servlet/http/HttpServletRequest;Ljava/sql/Statement;[Ljava/lang/String;I)V";
        return new SecondLook(this::bytes).judge(finding("SQL_INJECTION_JDBC", method, 5));
    }

    private static Finding finding(String rule, String method, int line) {
        var place = new Location.Code("shop", "Shop.java", "Shop", method, line, line, "c");
        return Finding.seen(ScannerKind.SAST, rule, rule, Severity.HIGH, place, Evidence.NONE);
    }

    private void compile(String source, String release) {
        try {
            Files.writeString(folder.resolve("Shop.java"), source);
            Files.writeString(folder.resolve("HttpServletRequest.java"), REQUEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-g",
                        "-nowarn",
                        "-Xlint:-options",
                        "--release",
                        release,
                        "-d",
                        folder.toString(),
                        folder.resolve("Shop.java").toString(),
                        folder.resolve("HttpServletRequest.java").toString());
        assertThat(code).isZero();
    }

    private Optional<byte[]> bytes(String name) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name + ".class")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
