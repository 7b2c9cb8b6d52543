package dev.gatehouse.engine.sast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.baseline.Baseline;
import dev.gatehouse.findings.baseline.Delta;
import dev.gatehouse.findings.baseline.Looked;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Match;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two revisions of a small shop, compiled and analysed for real: what changed around a flaw does not make it new. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionsTest {
    private static final Map<String, String> BEFORE = Map.of(
            "shop/Cart.java",
            """
            package shop;
            import java.security.MessageDigest;
            public class Cart {
                public byte[] seal(String items) throws Exception {
                    return MessageDigest.getInstance("MD5").digest(items.getBytes("UTF-8"));
                }
            }
            """,
            "shop/Search.java",
            """
            package shop;
            import java.sql.*;
            public class Search {
                private final Connection connection;
                public Search(Connection connection) { this.connection = connection; }
                public int count(String text) throws SQLException {
                    try (Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery("SELECT 1 FROM product WHERE name = '" + text + "'")) {
                        return rows.next() ? rows.getInt(1) : 0;
                    }
                }
            }
            """,
            "shop/audit/Trail.java",
            """
            package shop.audit;
            public class Trail {
                public record Entry(String text) {}
                public Process note(Entry entry) throws java.io.IOException {
                    return Runtime.getRuntime().exec("logger " + entry.text());
                }
            }
            """,
            "shop/Exports.java",
            """
            package shop;
            import java.io.*;
            public class Exports {
                public int count() { return new File("exports").list().length; }
                public long size(String name) { return new File("exports", name).length(); }
            }
            """,
            "shop/Printer.java",
            """
            package shop;
            public class Printer {
                public String page(int number) { return "Page " + number; }
            }
            """,
            "shop/Tokens.java",
            """
            package shop;
            import java.util.Random;
            public class Tokens {
                public String pair() {
                    String left = Integer.toHexString(new Random().nextInt());
                    String right = Integer.toHexString(new Random().nextInt());
                    return left + right;
                }
            }
            """,
            "shop/Safe.java",
            """
            package shop;
            public class Safe {
                public Object lock() throws Exception { return javax.crypto.Cipher.getInstance("DES/ECB/PKCS5Padding"); }
            }
            """);

    private Baseline baseline = new Baseline("shop", Instant.EPOCH, null, null, List.of(), List.of());
    private Delta delta = Delta.between(null, List.of());

    @BeforeAll
    void compare(@TempDir Path folder) throws Exception {
        baseline = new Baseline(
                "shop",
                Instant.EPOCH,
                null,
                null,
                Analysed.findings(compiled(folder.resolve("before"), BEFORE)),
                List.of());
        var classes = compiled(folder.resolve("after"), after());
        delta = Delta.between(
                baseline,
                Analysed.findings(classes),
                new Looked(
                        Set.of(ScannerKind.SAST),
                        name -> Files.exists(classes.resolve(name.replace('.', '/') + ".class"))));
    }

    private static Map<String, String> after() {
        var after = new LinkedHashMap<>(BEFORE);
        after.compute(
                "shop/Cart.java", (file, text) -> replace(text, "public class", "/** A line above. */\npublic class"));
        after.put(
                "shop/Finder.java",
                replace(
                        replace(String.valueOf(after.remove("shop/Search.java")), "class Search", "class Finder"),
                        "public Search(",
                        "public Finder("));
        after.put(
                "store/audit/Trail.java",
                replace(String.valueOf(after.remove("shop/audit/Trail.java")), "package shop", "package store"));
        var method = "    public long size(String name) { return new File(\"exports\", name).length(); }\n";
        after.compute("shop/Exports.java", (file, text) -> replace(text, method, ""));
        after.compute(
                "shop/Printer.java",
                (file, text) -> replace(
                        replace(text, "package shop;", "package shop; import java.io.*;"),
                        "public class Printer {\n",
                        "public class Printer {\n" + method));
        after.compute(
                "shop/Tokens.java",
                (file, text) -> replace(
                        text,
                        "right = Integer.toHexString(new Random()",
                        "right = Integer.toHexString(new java.security.SecureRandom()"));
        return after;
    }

    @Test
    void whatDidNotChangeIsTheSame() {
        assertExisting("shop.Safe", Match.Reason.SAME);
    }

    @Test
    void aLineInsertedAboveIsALineShift() {
        assertExisting("shop.Cart", Match.Reason.LINE_SHIFT);
    }

    @Test
    void aRenamedFileIsRenamed() {
        assertExisting("shop.Finder", Match.Reason.RENAMED);
    }

    @Test
    void aRenamedPackageIsRenamed() {
        assertExisting("store.audit.Trail", Match.Reason.RENAMED);
    }

    @Test
    void aMethodMovedToAnotherClassIsMoved() {
        assertExisting("shop.Printer", Match.Reason.MOVED);
    }

    @Test
    void ofTwoIdenticalFlawsInOneMethodOneIsFixedAndOneExists() {
        assertThat(in("shop.Tokens", baseline.findings())).hasSize(2);
        assertThat(in("shop.Tokens", delta.findings()))
                .extracting(Finding::state)
                .containsExactly(State.EXISTING);
        assertThat(in("shop.Tokens", delta.fixed())).hasSize(1);
        assertThat(delta.fixed()).hasSize(1);
    }

    @Test
    void nothingIsNewAndEveryFindingKeepsItsId() {
        assertThat(delta.findings()).extracting(Finding::state).containsOnly(State.EXISTING);
        assertThat(baseline.findings().stream().map(Finding::id))
                .containsAll(delta.findings().stream().map(Finding::id).toList());
    }

    private void assertExisting(String className, Match.Reason reason) {
        assertThat(in(className, delta.findings())).isNotEmpty().allSatisfy(finding -> {
            var match = finding.match();
            assertThat(match == null ? null : match.reason()).isEqualTo(reason);
        });
    }

    private static List<Finding> in(String className, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.location() instanceof Location.Code code
                        && code.className().equals(className))
                .toList();
    }

    private static Path compiled(Path revision, Map<String, String> sources) throws IOException {
        var classes = Files.createDirectories(revision.resolve("classes"));
        var arguments = new ArrayList<>(List.of("-g", "-nowarn", "--release", "17", "-d", classes.toString()));
        for (var source : sources.entrySet()) {
            var file = revision.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int errors = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(errors).as("compiler's exit code").isZero();
        return classes;
    }

    private static String replace(String text, String old, String changed) {
        assertThat(text).contains(old);
        return text.replace(old, changed);
    }
}
