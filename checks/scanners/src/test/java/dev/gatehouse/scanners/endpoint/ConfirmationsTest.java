package dev.gatehouse.scanners.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.report.Confirmation;
import dev.gatehouse.scanners.project.Project;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmationsTest {
    private static final String PARSER = "pkg:maven/lib/parser@1.0";
    private static final Map<String, String> SOURCES = Map.of(
            "Routes.java",
            "class Routes { void add(String path, Object page) {}"
                    + " void all() { add(\"catalogue/search\", new Search()); add(\"/cart/*\", new Cart()); } }",
            "Search.java",
            "class Search { void weak() {} void fixed() {} }",
            "Cart.java",
            "class Cart { void weak() { new lib.Parser().parse(); } }",
            "lib/Parser.java",
            "package lib; public class Parser { public void parse() {} }",
            "Orders.java",
            "@jakarta.ws.rs.Path(\"/orders\") class Orders { @jakarta.ws.rs.Path(\"{id}\") void one() {} }",
            "jakarta/ws/rs/Path.java",
            "package jakarta.ws.rs; public @interface Path { String value(); }");

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void compile() throws Exception {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            for (var source : SOURCES.entrySet()) {
                var file = folder.resolve("src").resolve(source.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
            }
            var units = files.getJavaFileObjectsFromPaths(SOURCES.keySet().stream()
                    .map(name -> folder.resolve("src").resolve(name))
                    .toList());
            var said = new StringWriter();
            assertThat(compiler.getTask(said, files, null, List.of("-proc:none", "-d", classes.toString()), null, units)
                            .call())
                    .as(said.toString())
                    .isTrue();
        }
        var module = new Project.Module("app", folder, List.of(classes), List.of(), List.of());
        var jar = folder.resolve("parser-1.0.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("lib/Parser.class"));
            Files.copy(classes.resolve("lib/Parser.class"), zip);
        }
        Files.delete(classes.resolve("lib/Parser.class"));
        var library =
                new Project.Library(jar, "libs/parser-1.0.jar", PARSER, List.of("app"), true, List.of(), List.of());
        project = new Project("app", "folder", folder, List.of(module), List.of(library), List.of(), List.of());
    }

    @Test
    void aRequestConfirmsTheSameWeaknessInTheClassThatAnswersIt() {
        var code = code("a", "Search", "weak()V", 89);
        var request = request("b", "/weak/catalogue/search", 89);
        assertThat(Confirmations.among(List.of(code, request), project))
                .containsExactly(new Confirmation(
                        "a",
                        "b",
                        "Both are CWE-89, and by 'catalogue/search' in Routes the class Search answers"
                                + " /weak/catalogue/search."));
    }

    @Test
    void anotherWeaknessOrAnotherClassIsNotConfirmed() {
        var request = request("b", "/weak/catalogue/search", 89);
        assertThat(Confirmations.among(List.of(code("a", "Search", "weak()V", 22), request), project))
                .isEmpty();
        assertThat(Confirmations.among(List.of(code("a", "Cart", "weak()V", 89), request), project))
                .isEmpty();
    }

    @Test
    void theMethodThatThePathNamesGoesFirst() {
        var weak = code("a", "Search", "weak()V", 89);
        var fixed = code("c", "Search", "fixed()V", 89);
        assertThat(Confirmations.among(List.of(fixed, weak, request("b", "/weak/catalogue/search", 89)), project))
                .extracting(Confirmation::finding)
                .containsExactly("a");
    }

    /** A class with a weak and a safe query answers one path: the request proves the weak one. */
    @Test
    void whatTriageDoubtsIsConfirmedOnlyWhenNothingElseExplainsTheRequest() {
        var doubted = code("a", "Cart", "safe()V", 89).withTriage(new Triage(Triage.Level.UNLIKELY, "Only constants."));
        var likely = code("c", "Cart", "weak()V", 89);
        var request = request("b", "/cart/", 89);
        assertThat(Confirmations.among(List.of(doubted, likely, request), project))
                .extracting(Confirmation::finding)
                .containsExactly("c");
        assertThat(Confirmations.among(List.of(doubted, request), project))
                .extracting(Confirmation::finding)
                .containsExactly("a");
        var other = code("c", "Cart", "weak()V", 22);
        assertThat(Confirmations.among(List.of(doubted, other, request), project))
                .as("another weakness explains nothing")
                .extracting(Confirmation::finding)
                .containsExactly("a");
    }

    @Test
    void namesOfOneFamilyAreOneWeakness() {
        assertThat(Confirmations.among(
                        List.of(code("a", "Cart", null, 36), request("b", "/cart/anything", 22)), project))
                .isEmpty();
        assertThat(Confirmations.among(List.of(code("a", "Cart", null, 36), request("b", "/x/cart/", 22)), project))
                .hasSize(1);
    }

    @Test
    void aRequestConfirmsTheWeaknessOfALibraryThatTheClassCalls() {
        var request = request("b", "/weak/cart/", 611);
        assertThat(Confirmations.among(List.of(library("a", "libs/parser-1.0.jar", 611), request), project))
                .containsExactly(new Confirmation(
                        "a",
                        "b",
                        "Both are CWE-611, and by '/cart/*' in Routes the class Cart, which calls the library, answers"
                                + " /weak/cart/."));
        assertThat(Confirmations.among(List.of(library("a", "libs/parser-1.0.jar (shaded in)", 611), request), project))
                .hasSize(1);
        assertThat(Confirmations.among(
                        List.of(library("a", "libs/parser-1.0.jar", 611), request("b", "/catalogue/search", 611)),
                        project))
                .as("another class answers")
                .isEmpty();
        assertThat(Confirmations.among(List.of(library("a", "libs/parser-1.0.jar", 502), request), project))
                .as("another weakness")
                .isEmpty();
        assertThat(Confirmations.among(List.of(library("a", "libs/other-1.0.jar", 611), request), project))
                .as("another library")
                .isEmpty();
    }

    @Test
    void codeAndLibraryAreConfirmedTogether() {
        var findings = List.of(
                code("a", "Cart", "weak()V", 611),
                library("c", "libs/parser-1.0.jar", 611),
                request("b", "/weak/cart/", 611));
        assertThat(Confirmations.among(findings, project))
                .extracting(Confirmation::finding)
                .containsExactly("a", "c");
    }

    @Test
    void annotationsAreUnderstood() {
        assertThat(Confirmations.among(
                        List.of(code("a", "Orders", null, 89), request("b", "/api/orders/{id}", 89)), project))
                .hasSize(1);
    }

    private static Finding code(String id, String className, @Nullable String method, int cwe) {
        var place = new Location.Code("app", null, className, method, 0, 0, "");
        return Finding.seen(ScannerKind.SAST, "RULE", "t", Severity.HIGH, place, Evidence.NONE)
                .withCwe(List.of(cwe))
                .withId(id);
    }

    private static Finding library(String id, String file, int cwe) {
        var place = new Location.Dependency(PARSER, file, null, List.of("app"), List.of());
        return Finding.seen(ScannerKind.SCA, "CVE-2026-0001", "t", Severity.HIGH, place, Evidence.NONE)
                .withCwe(List.of(cwe))
                .withId(id);
    }

    private static Finding request(String id, String path, int cwe) {
        var place = new Location.Http("GET", "http://127.0.0.1:1" + path, path, "q");
        return Finding.seen(ScannerKind.DAST, "ZAP-1", "t", Severity.HIGH, place, Evidence.NONE)
                .withCwe(List.of(cwe))
                .withId(id);
    }
}
