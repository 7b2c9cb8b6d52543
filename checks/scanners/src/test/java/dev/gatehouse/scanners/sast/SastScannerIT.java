package dev.gatehouse.scanners.sast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.scanners.Built;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.cache.ContentCache;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine on small projects. */
class SastScannerIT {
    private static final String VULNERABLE = """
            package shop;

            import java.sql.Connection;
            import java.sql.ResultSet;
            import java.sql.SQLException;

            class Orders {
                ResultSet find(Connection connection, String id) throws SQLException {
                    String query = "select * from orders where id = '" + id + "'";
                    return connection.createStatement().executeQuery(query);
                }
            }
            """;
    private static final String SAFE = """
            package shop;

            import java.sql.Connection;
            import java.sql.ResultSet;
            import java.sql.SQLException;

            class Invoices {
                ResultSet find(Connection connection, String id) throws SQLException {
                    var statement = connection.prepareStatement("select * from invoices where id = ?");
                    statement.setString(1, id);
                    return statement.executeQuery();
                }
            }
            """;

    @TempDir
    Path folder;

    private Path checkout = Path.of("");

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("checkout"));
    }

    private Scanner.Result scan(ContentCache cache, SastSettings settings, Project project) throws IOException {
        return new SastScanner(Built.engines(folder), cache, FileDigests.forgetful(Clock.systemUTC()), settings)
                .scan(project, Progress.SILENT);
    }

    private Scanner.Result scan(Project.Module... modules) throws IOException {
        return scan(ContentCache.off(), SastSettings.DEFAULT, JavaSources.project(checkout, modules));
    }

    @Test
    void joinedSqlIsFoundWithItsSourceAndPreparedSqlIsNot() throws IOException {
        var result = scan(JavaSources.module(
                checkout, "shop", Map.of("shop/Orders.java", VULNERABLE, "shop/Invoices.java", SAFE)));

        assertThat(result.run().status()).isEqualTo(ScannerStatus.COMPLETED);
        assertThat(result.run().version()).matches("4\\.\\d+\\.\\d+ \\+ 1\\.\\d+\\.\\d+");
        assertThat(result.run().counts()).containsEntry("classes", 2L);
        assertThat(result.findings()).extracting(Finding::rule).contains("SQL_INJECTION_JDBC");
        assertThat(result.findings())
                .allSatisfy(finding -> assertThat(((Location.Code) finding.location()).className())
                        .isEqualTo("shop.Orders"));
        var found = result.findings().stream()
                .filter(finding -> finding.rule().equals("SQL_INJECTION_JDBC"))
                .findFirst()
                .orElseThrow();
        var place = (Location.Code) found.location();
        assertThat(place.file()).isEqualTo("shop/src/main/java/shop/Orders.java");
        assertThat(place.startLine()).isEqualTo(10);
        assertThat(place.context()).matches("[0-9a-f]{32}");
        assertThat(found.cwe()).containsExactly(89);
        assertThat(found.evidence().excerpt()).isNotNull().satisfies(excerpt -> {
            assertThat(excerpt.startLine()).isEqualTo(7);
            assertThat(excerpt.lines().get(3)).contains("executeQuery(query)");
        });
    }

    @Test
    void nothingCompiledIsSkippedWithASentence() throws IOException {
        var empty = new Project.Module("empty", checkout, List.of(checkout), List.of(), List.of());

        var result = scan(empty);

        assertThat(result.run().status()).isEqualTo(ScannerStatus.SKIPPED);
        assertThat(result.run().reason()).contains("compile the project first");
    }

    @Test
    void whatIsKeptIsWhatTheEngineSaid() throws IOException {
        var module = JavaSources.module(checkout, "shop", Map.of("shop/Orders.java", VULNERABLE));
        var project = JavaSources.project(checkout, module);
        var cache = new ContentCache(folder.resolve("cache"), Clock.systemUTC());

        var cold = scan(cache, SastSettings.DEFAULT, project);
        var warm = scan(cache, SastSettings.DEFAULT, project);

        assertThat(warm.findings()).isNotEmpty().isEqualTo(cold.findings());
        assertThat(cold.run().counts()).containsEntry("cached", 0L);
        assertThat(warm.run().counts()).containsEntry("cached", 1L).containsEntry("classes", 1L);
        assertThat(warm.run().rulesDigest()).isEqualTo(cold.run().rulesDigest()).isNotBlank();

        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        var copy = JavaSources.module(elsewhere, "shop", Map.of("shop/Orders.java", VULNERABLE));
        assertThat(scan(cache, SastSettings.DEFAULT, JavaSources.project(elsewhere, copy)))
                .satisfies(shared -> assertThat(shared.run().counts()).containsEntry("cached", 1L))
                .satisfies(shared -> assertThat(shared.findings()).isEqualTo(cold.findings()));

        JavaSources.module(checkout, "shop", Map.of("shop/Orders.java", VULNERABLE.replace("orders", "bills")));
        assertThat(scan(cache, SastSettings.DEFAULT, project).run().counts()).containsEntry("cached", 0L);
    }

    @Test
    void triageReadsResourcesAndWhatThePolicyFileSaysAndTheKeyCoversBoth() throws IOException {
        var module = JavaSources.module(checkout, "shop", Map.of("shop/Digests.java", """
                package shop;

                import java.security.MessageDigest;
                import java.util.Properties;

                class Digests {
                    MessageDigest digest() throws Exception {
                        var settings = new Properties();
                        settings.load(Digests.class.getResourceAsStream("/shop.properties"));
                        return MessageDigest.getInstance(settings.getProperty("digest"));
                    }

                    void run(java.sql.Statement db, String name) throws Exception {
                        db.execute("drop table " + quoted(name));
                    }

                    static native String quoted(String name);
                }
                """));
        var settings = Files.writeString(module.classes().get(0).resolve("shop.properties"), "digest=MD5");
        var project = JavaSources.project(checkout, module);
        var cache = new ContentCache(folder.resolve("cache"), Clock.systemUTC());

        var weak = scanner(cache, OwnMethods.NONE);
        var key = weak.key(project);
        assertThat(levels(weak.scan(project, Progress.SILENT)))
                .contains("WEAK_MESSAGE_DIGEST_MD5 likely", "SQL_INJECTION_JDBC likely");

        Files.writeString(settings, "digest=SHA-256");
        var strong = scanner(cache, OwnMethods.NONE);
        assertThat(strong.key(project)).isPresent().isNotEqualTo(key);
        assertThat(levels(strong.scan(project, Progress.SILENT)))
                .contains("SQL_INJECTION_JDBC likely")
                .noneMatch(finding -> finding.startsWith("WEAK"));

        var said = new OwnMethods(List.of(new OwnMethods.Method("shop.Digests", "quoted", List.of("sql"))), List.of());
        var told = scanner(cache, said);
        assertThat(told.key(project)).isPresent().isNotEqualTo(strong.key(project));
        assertThat(levels(told.scan(project, Progress.SILENT))).contains("SQL_INJECTION_JDBC unlikely");
    }

    private SastScanner scanner(ContentCache cache, OwnMethods own) throws IOException {
        return new SastScanner(
                Built.engines(folder), cache, FileDigests.forgetful(Clock.systemUTC()), SastSettings.DEFAULT, own);
    }

    private static List<String> levels(Scanner.Result result) {
        return result.findings().stream()
                .map(finding ->
                        finding.rule() + " " + Triage.levelOf(finding.triage()).label())
                .toList();
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsLookedAt() throws IOException {
        var module = JavaSources.module(
                checkout, "shop", Map.of("shop/Orders.java", VULNERABLE, "shop/Invoices.java", SAFE));
        var newer = checkout.resolve("shop/target/classes/shop/Invoices.class");
        var bytes = Files.readAllBytes(newer);
        bytes[7] = (byte) (Runtime.version().feature() + 44 + 1);
        Files.write(newer, bytes);
        Files.writeString(checkout.resolve("shop/target/classes/shop/Broken.class"), "no class");
        var jar = Files.writeString(checkout.resolve("broken.jar"), "PK no archive");

        var result = scan(new Project.Module(
                "shop",
                module.directory(),
                module.classes(),
                List.of(jar, checkout.resolve("absent.jar")),
                module.sourceRoots()));

        assertThat(result.run().status()).isEqualTo(ScannerStatus.PARTIAL);
        assertThat(result.run().problems()).anySatisfy(problem -> {
            assertThat(problem.kind()).isEqualTo("class-too-new");
            assertThat(problem.place()).isEqualTo("shop/target/classes/shop/Invoices.class");
            assertThat(problem.sentence()).contains("Java " + (Runtime.version().feature() + 1));
        });
        assertThat(result.run().problems())
                .extracting(problem -> problem.kind() + " " + problem.place())
                .contains(
                        "corrupt-class shop/target/classes/shop/Broken.class",
                        "unreadable-class-path broken.jar",
                        "unreadable-class-path absent.jar");
        assertThat(result.findings()).extracting(Finding::rule).contains("SQL_INJECTION_JDBC");
    }

    @Test
    void aFileThatNoClassCanBeNamedLikeIsToldAndTheRestIsLookedAt() throws IOException {
        var module = JavaSources.module(checkout, "shop", Map.of("shop/Orders.java", VULNERABLE));
        var classes = module.classes().get(0);
        Files.copy(classes.resolve("shop/Orders.class"), classes.resolve("shop/Or[ders.class"));
        Files.writeString(classes.resolve("a.b;c.class"), "none");

        var result = scan(module);

        assertThat(result.findings()).extracting(Finding::rule).contains("SQL_INJECTION_JDBC");
        assertThat(result.run().status()).isEqualTo(ScannerStatus.PARTIAL);
        assertThat(result.run().problems()).extracting(Problem::kind).containsOnly("misnamed-class");
        assertThat(result.run().problems())
                .anyMatch(problem -> problem.place().endsWith("shop/Or[ders.class"))
                .anyMatch(problem -> problem.place().endsWith("a.b;c.class"));
    }

    @Test
    void atTheTimeLimitTheRunIsTimedOut() throws IOException {
        var module = JavaSources.module(checkout, "shop", Map.of("shop/Orders.java", VULNERABLE));
        var hurried = new SastSettings(1, 256, Duration.ofMillis(300));

        var result = scan(ContentCache.off(), hurried, JavaSources.project(checkout, module));

        assertThat(result.run().status()).isEqualTo(ScannerStatus.TIMED_OUT);
        assertThat(result.run().reason()).contains("Module shop was not analysed");
    }

    @Test
    void anEngineWithoutEnoughMemoryIsAFailureThatSaysSo() throws IOException {
        var module = JavaSources.module(checkout, "shop", Map.of("shop/Orders.java", VULNERABLE));
        var tight = new SastSettings(1, 14, Duration.ofMinutes(2));

        var result = scan(ContentCache.off(), tight, JavaSources.project(checkout, module));

        assertThat(result.run().status()).isEqualTo(ScannerStatus.FAILED);
        assertThat(result.run().reason()).contains("ran out of memory");
    }

    @Test
    void theOrderOfModulesDoesNotChangeWhatIsFound() throws IOException {
        var tainted = JavaSources.module(checkout, "tainted", Map.of("a/Source.java", """
                        package a;

                        public class Source {
                            public static String value;

                            void fill(java.util.Scanner in) throws java.io.IOException {
                                value = in.nextLine();
                                Runtime.getRuntime().exec(value);
                            }
                        }
                        """));
        var other = JavaSources.module(checkout, "other", Map.of("a/Source.java", """
                        package a;

                        public class Source {
                            public static String value = "ls";

                            void run() throws java.io.IOException {
                                Runtime.getRuntime().exec(value);
                            }
                        }
                        """));

        var forth = scan(tainted, other);
        var back = scan(other, tainted);

        assertThat(forth.findings()).isNotEmpty().containsExactlyInAnyOrderElementsOf(back.findings());
    }
}
