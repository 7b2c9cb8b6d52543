package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
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
        static String field; static Rule[] rules; static StringBuilder shared; int count;
        void find(javax.servlet.http.HttpServletRequest request, java.sql.Statement db, String[] names, int number) throws Exception {
        %s
        db.execute(sql); // sink
        }
        private static String PLAIN = "a"; private static String SET = "a"; static void set(String text) { SET = text; PLAIN = "b"; }
        static void fill(StringBuilder text) { text.append(field); }
        static String helper(String text) { return field; }
        static String same(String text) { return text; }
        static String longest(String a, String b) { return a.length() > b.length() ? a : b; }
        static final java.util.Set<String> COLUMNS = java.util.Collections.unmodifiableSet(new java.util.HashSet<>(java.util.Arrays.asList("name", "price")));
        static final String TABLE = System.getProperty("os.name") + "_x";
        static final java.util.List<String> SEEN = new java.util.ArrayList<>();
        static boolean isListed(String name) { for (String one : new String[] {"name", "price"}) { if (one.equals(name)) return true; } return false; }
        static boolean isDenied(String name) { for (String one : new String[] {"name", "price"}) { if (one.equals(name)) return false; } return true; }
        static void check(String name) { if (!COLUMNS.contains(name)) throw new IllegalArgumentException(); }
        static void log(String name) { if (!COLUMNS.contains(name)) System.out.println(name); }
        static Rule make(String kind) { if (kind.equals("fixed")) return new Fixed(); return new Keep(); }
        interface Rule { String of(String text); }
        static class Keep implements Rule { public String of(String text) { return text; } }
        static class Fixed implements Rule { public String of(String text) { return "fixed"; } }
        static class Box { String content; Box(String content) { this.content = content; } String get() { return content; } }
        static class Deep { Box box = new Box("a"); void fill(String text) { box.content = text; } }
        }
        """;

    private static final String METHOD =
            "find(Ljavax/servlet/http/HttpServletRequest;Ljava/sql/Statement;[Ljava/lang/String;I)V";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String sql = \"select 1\";",
                "String sql = \"select \" + number;",
                "String sql = new StringBuilder(\"a\").append(number).append(true).toString().trim();",
                "String p = request.getParameter(\"a\"); int n = 3; String sql; if (n << 2 >= 12) sql = \"b\"; else"
                        + " sql = p;",
                "String p = request.getParameter(\"a\"); int n = 9; String sql = n % 4 - 1 == 0 ? \"b\" : p;",
                "String p = request.getParameter(\"a\"), sql; switch (\"north\".charAt(2)) { case 'n': sql = p; break;"
                        + " case 'r': sql = \"b\"; break; default: sql = p; }",
                "String p = request.getParameter(\"a\"), sql = \"x\"; if (number > 5) sql = \"y\";",
                "int i = Integer.parseInt(request.getParameter(\"a\")); String sql = \"where id=\" + i;",
                "String sql = \"\"; for (int i = 0; i < number; i++) sql = sql + i;",
                "StringBuilder b = new StringBuilder(); for (String n : names) b.append(\"?,\"); String sql ="
                        + " b.toString();",
                "java.util.List<String> l = new java.util.ArrayList<>(); l.add(\"a\");"
                        + " l.add(request.getParameter(\"p\")); l.add(\"b\"); l.remove(0); String sql = l.get(1);",
                "java.util.Map<String, String> m = new java.util.HashMap<>(); m.put(\"a\", \"safe\"); m.put(\"b\","
                        + " request.getParameter(\"p\")); String sql = m.get(\"a\");",
                "String[] a = new String[2]; a[0] = \"x\"; a[1] = request.getParameter(\"p\"); String sql = a[0];",
                "String sql = same(\"constant\");",
                "String sql = longest(\"a\", \"bc\");",
                "String p = request.getParameter(\"p\"); String sql = p.replaceAll(\"[^a-zA-Z0-9_]+\", \"-\");",
                "String p = request.getParameter(\"p\"); String sql = p.replaceAll(\"\\\\W\", \"\");",
                "String p = request.getParameter(\"p\"); StringBuilder b = new StringBuilder(); for (int i = 0; i <"
                        + " p.length(); i++) { char c = p.charAt(i); if (Character.isLetter(c) || Character.isDigit(c) ||"
                        + " c == '_') b.append(c); else b.append('?'); } String sql = b.toString();",
                "String p = request.getParameter(\"p\"); StringBuilder b = new StringBuilder(); for (int i = 0; i <"
                        + " p.length(); i++) { char c = p.charAt(i); switch (c) { case 'a': case 'b': b.append(c); break;"
                        + " default: b.append('?'); } } String sql = b.toString();",
                "String p = request.getParameter(\"p\"); if (!isListed(p)) throw new Exception(); String sql = p;",
                "String sql = new Box(\"a\").get();",
                "Rule rule = new Fixed(); String sql = rule.of(request.getParameter(\"p\"));",
                "Rule rule = (Rule) Class.forName(\"Shop$Fixed\").getDeclaredConstructor().newInstance(); String sql ="
                        + " rule.of(request.getParameter(\"p\"));",
                "Rule rule = make(\"fixed\"); String sql = rule.of(request.getParameter(\"p\"));",
                "String p = request.getParameter(\"p\"); String sql = COLUMNS.contains(p) ? p : \"name\";",
                "String sql = request.getParameter(\"p\"); check(sql);",
                "String p = request.getParameter(\"p\"); if (!p.matches(\"[a-z0-9_]+\")) throw new Exception(); String"
                        + " sql = \"select \" + 1; sql = p;",
                "String p = request.getParameter(\"p\"); String sql = \"name\".equals(p) ? p : \"price\";",
                "String sql = \"select * from \" + TABLE;",
                "String[] a; if (number > 1) a = new String[] {\"x\", \"y\"}; else a = new String[] {\"v\", \"w\"};"
                        + " String sql = a[1];",
                "StringBuilder b; if (number > 1) b = new StringBuilder(\"x\"); else b = new StringBuilder(\"y\");"
                        + " b.append(\"z\"); String sql = b.toString();",
                "Box b; if (number > 1) b = new Box(\"x\"); else b = new Box(\"y\"); String sql = b.get();",
                "String sql = \"select \" + PLAIN;",
                "StringBuilder b = new StringBuilder(\"a\"); String sql = \"x\"; try { b.append(\"b\"); sql ="
                        + " b.toString(); } catch (RuntimeException e) { sql = \"c\"; }",
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
                "StringBuilder b = new StringBuilder(\"a\"); fill(b); String sql = b.toString();",
                "StringBuilder b = new StringBuilder(\"a\"); shared = b; String sql = b.toString();",
                "StringBuilder b = new StringBuilder(\"a\"); StringBuilder c = b; c.append(field); String sql ="
                        + " b.toString();",
                "StringBuilder b = new StringBuilder(); for (String n : names) b.append(n); String sql = b.toString();",
                "StringBuilder b = new StringBuilder(), c = new StringBuilder(); StringBuilder d = number > 1 ? b : c;"
                        + " d.append(field); String sql = b.toString();",
                "StringBuilder[] a = {new StringBuilder()}; a[0].append(field); String sql = a[0].toString();",
                "StringBuilder b = new StringBuilder(); Runnable r = () -> b.append(field); r.run(); String sql ="
                        + " b.toString();",
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
                "java.util.List<String> l = new java.util.ArrayList<>(); l.add(\"a\");"
                        + " l.add(request.getParameter(\"p\")); l.add(\"b\"); l.remove(0); String sql = l.get(0);",
                "java.util.List<String> l = new java.util.ArrayList<>(); l.add(\"a\"); java.util.List<String> k = l;"
                        + " k.set(0, field); String sql = l.get(0);",
                "java.util.List<String> l = new java.util.ArrayList<>(); l.add(\"a\"); if (number > 1) l.add(0,"
                        + " field); String sql = l.get(0);",
                "java.util.List<String> l = new java.util.ArrayList<>(); l.add(\"a\"); java.util.Collections.addAll(l,"
                        + " names); l.remove(0); String sql = l.get(0);",
                "java.util.List<String> l = new java.util.ArrayList<>(); l.add(\"a\"); l.replaceAll(x -> field);"
                        + " String sql = l.get(0);",
                "String[] a = {\"a\"}; java.util.List<String> l = java.util.Arrays.asList(a); l.set(0, field); String"
                        + " sql = a[0];",
                "java.util.Map<String, String> m = new java.util.HashMap<>(); m.put(\"a\", \"safe\"); m.put(names[0],"
                        + " field); String sql = m.get(\"a\");",
                "java.util.Map<String, String> m = new java.util.HashMap<>(); m.put(\"a\", \"safe\"); m.put(\"a\","
                        + " field); String sql = m.get(\"a\");",
                "java.util.Map<String, String> m = new java.util.HashMap<>(); m.put(\"a\", \"safe\"); for"
                        + " (java.util.Map.Entry<String, String> e : m.entrySet()) e.setValue(field); String sql ="
                        + " m.get(\"a\");",
                "java.util.Map<String, String> m = new java.util.HashMap<>(); String sql = m.getOrDefault(\"a\","
                        + " field);",
                "String[] a = new String[2]; a[number] = field; String sql = a[0];",
                "String sql = same(field);",
                "String sql = longest(\"a\", field);",
                "String sql = new Box(field).get();",
                "Box box = new Box(\"a\"); box.content = field; String sql = box.get();",
                "Deep deep = new Deep(); deep.fill(field); String sql = deep.box.get();",
                "Deep deep = new Deep(); Box inner = deep.box; deep.fill(field); String sql = inner.content;",
                "Rule rule = number > 1 ? new Fixed() : new Keep(); String sql = rule.of(field);",
                "Rule rule = (Rule) Class.forName(\"Shop$Keep\").getDeclaredConstructor().newInstance(); String sql ="
                        + " rule.of(field);",
                "Rule rule = (Rule) Class.forName(names[0]).getDeclaredConstructor().newInstance(); String sql ="
                        + " rule.of(field);",
                "Rule rule = make(\"keep\"); String sql = rule.of(field);",
                "Rule rule = make(names[0]); String sql = rule.of(field);",
                "String p = request.getParameter(\"p\"); String sql = COLUMNS.contains(p) ? \"name\" : p;",
                "String p = request.getParameter(\"p\"); String q = request.getParameter(\"q\"); String sql ="
                        + " COLUMNS.contains(p) ? q : \"name\";",
                "String sql = request.getParameter(\"p\"); log(sql);",
                "String sql = request.getParameter(\"p\"); check(sql); sql = sql + request.getParameter(\"q\");",
                "String p = request.getParameter(\"p\"); boolean ok = COLUMNS.contains(p); p ="
                        + " request.getParameter(\"q\"); String sql = ok ? p : \"name\";",
                "String p = \"\", sql = \"\"; boolean ok = false; for (int i = 0; i < number; i++) { if (ok) sql = p;"
                        + " p = request.getParameter(\"p\" + i); ok = i > 3 || COLUMNS.contains(p); }",
                "String p = \"\", sql = \"\"; boolean ok = false; for (int i = 0; i < number; i++) { p ="
                        + " request.getParameter(\"p\" + i); if (ok) sql = p; ok = COLUMNS.contains(p); }",
                "String p = request.getParameter(\"p\"); String sql = SEEN.contains(p) ? p : \"name\";",
                "String p = request.getParameter(\"p\"); if (!p.matches(\"[a-z'; ]+\")) throw new Exception(); String"
                        + " sql = p;",
                "String p = request.getParameter(\"p\"); if (!p.matches(\".*[a-z]+.*\")) throw new Exception(); String"
                        + " sql = p;",
                "String p = request.getParameter(\"p\"); if"
                        + " (!java.util.regex.Pattern.compile(\"[a-z]+\").matcher(p).find()) throw new Exception(); String"
                        + " sql = p;",
                "StringBuilder b = new StringBuilder(\"a\"); try { fill(b); } catch (RuntimeException e) { number = 1;"
                        + " } String sql = b.toString();",
                "String sql = java.util.Optional.of(\"a\").map(x -> field).get();",
                "java.util.List<StringBuilder> l = new java.util.ArrayList<>(); l.add(new StringBuilder(\"a\"));"
                        + " l.get(0).append(field); String sql = l.get(0).toString();",
                "StringBuilder b = new StringBuilder(\"a\"); java.util.List<StringBuilder> l = new"
                        + " java.util.ArrayList<>(); l.add(b); for (StringBuilder x : l) x.append(field); String sql ="
                        + " b.toString();",
                "char[] c = \"abc\".toCharArray(); c[0] = field.charAt(0); String sql = new String(c);",
                "byte[] c = \"abc\".getBytes(); System.in.read(c); String sql = new String(c);",
                "java.util.Properties p = new java.util.Properties(); p.load(new java.io.FileInputStream(\"x\"));"
                        + " String sql = p.getProperty(\"a\");",
                "String[] a; if (number > 1) a = new String[] {\"x\", field}; else a = new String[] {\"v\", \"w\"};"
                        + " String sql = a[1];",
                "String[] a = {\"x\"}, c = {\"y\"}; String[] d = number > 1 ? a : c; d[0] = field; String sql = a[0];",
                "StringBuilder b; if (number > 1) b = new StringBuilder(\"x\"); else b = new StringBuilder(\"y\");"
                        + " StringBuilder c = b; c.append(field); String sql = b.toString();",
                "StringBuilder p = new StringBuilder(\"x\"), q = new StringBuilder(\"y\"), b, c; if (number > 1) { b ="
                        + " p; c = q; } else { b = q; c = p; } p.append(field); String sql = b.toString() + \"\";",
                "StringBuilder p = new StringBuilder(\"x\"), q = new StringBuilder(\"y\"); for (int i = 0; i < number;"
                        + " i++) { StringBuilder t = p; p = q; q = t; p.append(i == 3 ? field : \"z\"); } String sql ="
                        + " q.toString();",
                "String sql = \"select \" + SET;",
                "String sql = \"select \" + System.getProperty(\"table\");",
                "String sql = \"select \" + System.getProperty(\"user.home\");",
                "String sql = \"select \" + System.getenv(\"TABLE\");",
                "String p = request.getParameter(\"p\"); String sql = p.replaceAll(\"[^a-z']\", \"\");",
                "String p = request.getParameter(\"p\"); String sql = p.replaceAll(\"[a-z]\", \"\");",
                "String p = request.getParameter(\"p\"); String sql = p.replaceAll(\"[^a-z]\", \"$0\");",
                "String p = request.getParameter(\"p\"); StringBuilder b = new StringBuilder(); for (char c :"
                        + " p.toCharArray()) if (Character.isLetter(c) || c != '_') b.append(c); String sql ="
                        + " b.toString();",
                "String p = request.getParameter(\"p\"); StringBuilder b = new StringBuilder(); for (int i = 0; i <"
                        + " p.length(); i++) { char c = p.charAt(i); if (!Character.isLetter(c)) b.append(c); } String sql"
                        + " = b.toString();",
                "String p = request.getParameter(\"p\"); if (!isDenied(p)) throw new Exception(); String sql = p;",
                "String p = request.getParameter(\"p\"); isListed(p); String sql = p;",
                "StringBuilder b = null; for (int i = 0; i < number; i++) { StringBuilder c = new"
                        + " StringBuilder(\"a\"); if (b != null) b.append(field); b = c; } String sql = b + \"\";",
            })
    void lookAlikeIsNotCleared(String body) {
        assertThat(level(body, "8")).isGreaterThanOrEqualTo(Level.LIKELY);
        assertThat(level(body, "17")).isGreaterThanOrEqualTo(Level.LIKELY);
    }

    /** Another module may have a class that is neither Keep nor Fixed. */
    @Test
    void whereOthersMayExtendItACallOfAnInterfaceIsOpen() {
        compile(FRAME.formatted("Rule rule = rules[0]; String sql = rule.of(\"a\");"), "17");
        assertThat(levelWhen(false)).isEqualTo(Level.UNLIKELY);
        assertThat(levelWhen(true)).isEqualTo(Level.LIKELY);
    }

    private Level levelWhen(boolean extended) {
        var finding = finding("SQL_INJECTION_JDBC", METHOD, 5);
        return Triage.levelOf(new SecondLook(new FolderFiles(folder), OwnMethods.NONE, extended)
                .judge(finding)
                .triage());
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
                        "Nobody outside has a hand in what is given to this call: it is made of constants, numbers and"
                                + " what the program itself brings along; constants decide which way the code goes on"
                                + " line 4."));
    }

    @Test
    void ruleThatNeedsNoValueFromOutsideIsLeftAlone() {
        var hash = finding("WEAK_MESSAGE_DIGEST_MD5", "find", 5);

        assertThat(new SecondLook(new FolderFiles(folder), OwnMethods.NONE, false)
                        .judge(hash)
                        .triage())
                .extracting(Triage::level)
                .isEqualTo(Level.LIKELY);
    }

    @Test
    void markerIsInformational() {
        var marker = finding("SERVLET_PARAMETER", "find", 5).withTags(List.of("informational"));

        assertThat(new SecondLook(new FolderFiles(folder), OwnMethods.NONE, false)
                        .judge(marker)
                        .triage())
                .extracting(Triage::level)
                .isEqualTo(Level.INFORMATIONAL);
    }

    @Test
    void brokenClassIsNotCleared() throws IOException {
        Files.write(folder.resolve("Shop.class"), new byte[] {1, 2, 3});
        var finding = finding("SQL_INJECTION_JDBC", "find()V", 5);

        assertThat(new SecondLook(new FolderFiles(folder), OwnMethods.NONE, false)
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
        return new SecondLook(new FolderFiles(folder), OwnMethods.NONE, false)
                .judge(finding("SQL_INJECTION_JDBC", METHOD, 5));
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
}
