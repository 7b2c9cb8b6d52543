package dev.gatehouse.scanners.sast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.ScannerStatus;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine, and which changes of a class path make it look again. */
class ClassPathChangesIT {
    private static final String TOP =
            "package lib; public class Top { protected String clean(String s) { return s; } }";
    private static final String MIDDLE = "package lib; public class Middle extends Top {}";
    private static final String OTHER = "package lib; public class Other { int one() { return 1; } }";
    private static final String OPTIONAL = "package lib; public class Optional {}";
    /** Refers to a class of the library that the class path does not have at first. */
    private static final String ORDERS = """
            package shop;

            import java.sql.Connection;
            import java.sql.ResultSet;
            import java.sql.SQLException;

            class Orders extends lib.Middle {
                lib.Optional maybe;

                ResultSet find(Connection connection, String id) throws SQLException {
                    String query = "select * from orders where id = '" + clean(id) + "'";
                    return connection.createStatement().executeQuery(query);
                }
            }
            """;

    @TempDir
    Path folder;

    private Path checkout = Path.of("");
    private Path classes = Path.of("");
    private Library library = new Library(Map.of());
    private ContentCache cache = ContentCache.off();

    @BeforeEach
    void analyseOnce() throws IOException {
        checkout = Files.createDirectories(folder.resolve("checkout"));
        classes = Files.createDirectories(checkout.resolve("shop/target/classes"));
        cache = new ContentCache(folder.resolve("cache"), Clock.systemUTC());
        library = compiled(TOP, OTHER);
        var whole = library.packed(folder.resolve("whole.jar"));
        Library.compile(folder, Map.of("shop/Orders.java", ORDERS), List.of(whole))
                .unpacked(classes);
    }

    private Library compiled(String top, String other) throws IOException {
        return Library.compile(
                folder,
                Map.of(
                        "lib/Top.java", top,
                        "lib/Middle.java", MIDDLE,
                        "lib/Other.java", other,
                        "lib/Optional.java", OPTIONAL),
                List.of());
    }

    private Path jar(Library of, String name, String... some) throws IOException {
        return of.only(some)
                .packed(Files.createDirectories(folder.resolve("jars")).resolve(name));
    }

    private Scanner.Result scan(ContentCache with, Path... classPath) throws IOException {
        var module =
                new Project.Module("shop", checkout.resolve("shop"), List.of(classes), List.of(classPath), List.of());
        var result = new SastScanner(
                        Built.engines(folder), with, FileDigests.forgetful(Clock.systemUTC()), SastSettings.DEFAULT)
                .scan(JavaSources.project(checkout, module), Progress.SILENT);
        assertThat(result.run().status()).isEqualTo(ScannerStatus.COMPLETED);
        return result;
    }

    private boolean looksAgain(Path... classPath) throws IOException {
        return scan(cache, classPath).run().counts().getOrDefault("cached", -1L) == 0;
    }

    @Test
    void whatNoLookupMeetsChangesNothing() throws IOException {
        var main = jar(library, "main.jar", "lib/Top.class", "lib/Middle.class", "lib/Other.class");
        var before = scan(cache, main);
        assertThat(before.findings()).extracting(finding -> finding.rule()).contains("SQL_INJECTION_JDBC");
        assertThat(before.run().counts()).containsEntry("cached", 0L);
        assertThat(looksAgain(main)).as("nothing changed").isFalse();

        var other = compiled(TOP, OTHER.replace("return 1", "return 2"));
        assertThat(looksAgain(jar(other, "main.jar", "lib/Top.class", "lib/Middle.class", "lib/Other.class")))
                .as("another class of the same jar changed")
                .isFalse();
        assertThat(looksAgain(main, jar(library, "more.jar", "lib/Other.class")))
                .as("a jar was added")
                .isFalse();
        var top = jar(library, "top.jar", "lib/Top.class");
        var middle = jar(library, "middle.jar", "lib/Middle.class");
        assertThat(looksAgain(middle, top)).as("classes moved to other jars").isFalse();
        var behind = compiled(TOP.replace("return s", "return s + s"), OTHER);
        var changed = jar(behind, "behind.jar", "lib/Top.class");
        assertThat(looksAgain(middle, top, changed))
                .as("another version of a class came behind the first")
                .isFalse();

        assertThat(scan(cache, middle, top, changed).findings()).isEqualTo(before.findings());
        assertThat(scan(ContentCache.off(), middle, top, changed).findings())
                .as("what an analysis of the last state finds")
                .isEqualTo(before.findings());
    }

    @Test
    void whatALookupMeetsMakesItLookAgain() throws IOException {
        var main = jar(library, "main.jar", "lib/Top.class", "lib/Middle.class");
        assertThat(looksAgain(main)).isTrue();

        var changed = compiled(TOP.replace("return s", "return s + s"), OTHER);
        assertThat(looksAgain(jar(changed, "changed.jar", "lib/Top.class", "lib/Middle.class")))
                .as("the super class of the super class changed")
                .isTrue();
        assertThat(looksAgain(main)).as("and back").isFalse();

        var shadow = jar(changed, "shadow.jar", "lib/Top.class");
        assertThat(looksAgain(shadow, main))
                .as("the same classes as an analysis before, from two jars")
                .isFalse();
        var another = compiled(TOP.replace("return s", "return s.strip()"), OTHER);
        assertThat(looksAgain(jar(another, "another.jar", "lib/Top.class"), main))
                .as("a jar in front shadows a class")
                .isTrue();

        assertThat(looksAgain(main, jar(library, "optional.jar", "lib/Optional.class")))
                .as("a class that was missing is there")
                .isTrue();
        assertThat(looksAgain(jar(library, "middle.jar", "lib/Middle.class"), jar(library, "top.jar", "lib/Top.class")))
                .as("and missing again, in other jars")
                .isFalse();
    }

    @Test
    void aClassOfAModuleBesideIsOnTheClassPathToo() throws IOException {
        var beside = Files.createDirectories(checkout.resolve("base/target/classes"));
        library.only("lib/Top.class", "lib/Middle.class", "lib/Other.class").unpacked(beside);
        assertThat(looksAgain(beside)).isTrue();

        compiled(TOP, OTHER.replace("return 1", "return 2"))
                .only("lib/Other.class")
                .unpacked(beside);
        assertThat(looksAgain(beside)).as("a class that is not used changed").isFalse();

        compiled(TOP.replace("return s", "return s + s"), OTHER)
                .only("lib/Top.class")
                .unpacked(beside);
        assertThat(looksAgain(beside)).as("a class that is used changed").isTrue();

        assertThat(looksAgain(jar(library, "main.jar", "lib/Top.class", "lib/Middle.class")))
                .as("the same class as before, but no longer the project's own")
                .isTrue();
    }
}
