package dev.gatehouse.scanners.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the code leads to a library, by references, by names in texts and by service files. */
class LibraryUseTest {
    private static final Map<String, String> LIBRARY = Map.of(
            "lib/Direct.java",
            "package lib; public class Direct { public static void go() { Deep.go(); } }",
            "lib/Deep.java",
            "package lib; class Deep { static void go() {} }",
            "lib/ByName.java",
            "package lib; public class ByName {}",
            "lib/Service.java",
            "package lib; public interface Service {}",
            "lib/Provider.java",
            "package lib; public class Provider implements Service {}",
            "org/yaml/snakeyaml/Yaml.java",
            "package org.yaml.snakeyaml; public class Yaml {}");

    @TempDir
    Path folder;

    @Test
    void aReferenceOverSeveralStepsReaches() throws IOException {
        var found = used("CVE-1", "shop/Cart.java", "package shop; class Cart { void go() { lib.Direct.go(); } }");

        assertThat(found.tags()).containsExactly("use-reachable");
        assertThat(found.evidence().facts())
                .containsEntry("use", "reachable: the code refers to it: shop.Cart > lib.Direct")
                .doesNotContainKey("VEX proposal");
    }

    @Test
    void aNameInATextReaches() throws IOException {
        var found = used(
                "CVE-1",
                "shop/Cart.java",
                "package shop; class Cart { void go() throws Exception { Class.forName(\"lib.ByName\"); } }");

        assertThat(found.tags()).containsExactly("use-reachable");
    }

    @Test
    void aServiceFileReaches() throws IOException {
        var found = used(
                "CVE-2024-1",
                "shop/Cart.java",
                "package shop; class Cart { java.util.ServiceLoader<lib.Service> all = java.util.ServiceLoader.load(lib.Service.class); }");

        assertThat(found.tags()).containsExactly("use-reachable");
    }

    @Test
    void withoutAWayItIsPresentAndNoMore() throws IOException {
        var found = used("CVE-1", "shop/Cart.java", "package shop; class Cart { String text = \"lib\"; }");

        assertThat(found.tags()).containsExactly("use-present");
        assertThat(found.severity()).isEqualTo(Severity.HIGH);
        assertThat(found.triage()).isNull();
        assertThat(found.evidence().facts().get("use"))
                .startsWith("present: no reference from the code to any of its 6 classes was found");
        assertThat(found.evidence().facts().get("VEX proposal")).contains("only if a person");
    }

    @Test
    void whereTheVulnerableClassIsKnownTheRestOfTheLibraryDoesNotCount() throws IOException {
        var other =
                used("CVE-2022-25857", "shop/Cart.java", "package shop; class Cart { void go() { lib.Direct.go(); } }");
        var it = used(
                "CVE-2022-25857",
                "shop/Cart.java",
                "package shop; class Cart { Object y = new org.yaml.snakeyaml.Yaml(); }");

        assertThat(other.tags()).containsExactly("use-present");
        assertThat(other.evidence().facts().get("use"))
                .contains("no reference from the code to org.yaml.snakeyaml.Yaml");
        assertThat(it.tags()).containsExactly("use-reachable");
    }

    @Test
    void withoutCodeOrFileNobodyKnows() throws IOException {
        var jar = library();
        var none = new LibraryUse(project(List.of(), jar))
                .on(List.of(finding("CVE-1")))
                .get(0);
        var code = compiled("shop/Cart.java", "package shop; class Cart {}");
        var noFile = new LibraryUse(project(List.of(code), null))
                .on(List.of(finding("CVE-1")))
                .get(0);

        assertThat(none.tags()).containsExactly("use-unknown");
        assertThat(none.evidence().facts()).doesNotContainKey("VEX proposal");
        assertThat(noFile.tags()).containsExactly("use-unknown");
    }

    @Test
    void theKeyChangesWithTheCode() throws IOException {
        var code = compiled("shop/Cart.java", "package shop; class Cart {}");
        var project = project(List.of(code), library());
        var digests = FileDigests.forgetful(Clock.systemUTC());
        var before = LibraryUse.key(project, digests);

        assertThat(LibraryUse.key(project, digests)).isEqualTo(before);
        compiled("shop/Cart.java", "package shop; class Cart { int more; }");
        assertThat(LibraryUse.key(project, FileDigests.forgetful(Clock.systemUTC())))
                .isNotEqualTo(before);
    }

    private Finding used(String id, String file, String source) throws IOException {
        var jar = library();
        return new LibraryUse(project(List.of(compiled(file, source)), jar))
                .on(List.of(finding(id)))
                .get(0);
    }

    private static Finding finding(String id) {
        var place = new Location.Dependency("pkg:maven/lib/lib@1", "lib.jar", null, List.of(), List.of());
        return Finding.seen(ScannerKind.SCA, id, id, Severity.HIGH, place, Evidence.NONE);
    }

    private Project project(List<Path> classes, @Nullable Path jar) {
        var module = new Project.Module("shop", folder, classes, List.of(), List.of());
        var library =
                new Project.Library(jar, "lib.jar", "pkg:maven/lib/lib@1", List.of("shop"), true, List.of(), List.of());
        return new Project("shop", "folder", folder, List.of(module), List.of(library), List.of(), List.of());
    }

    private Path library() throws IOException {
        var classes = compile(folder.resolve("library"), LIBRARY, List.of());
        var jar = folder.resolve("lib.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
            zip.putNextEntry(new ZipEntry("META-INF/services/lib.Service"));
            zip.write("lib.Provider # the one\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return jar;
    }

    private Path compiled(String file, String source) throws IOException {
        return compile(folder.resolve("code"), Map.of(file, source), List.of(folder.resolve("library/classes")));
    }

    private static Path compile(Path work, Map<String, String> sources, List<Path> classPath) throws IOException {
        var out = Files.createDirectories(work.resolve("classes"));
        var arguments = new ArrayList<>(List.of("-nowarn", "-d", out.toString()));
        classPath.forEach(path -> arguments.addAll(List.of("-cp", path.toString())));
        for (var source : sources.entrySet()) {
            var file = work.resolve("src").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return out;
    }
}
