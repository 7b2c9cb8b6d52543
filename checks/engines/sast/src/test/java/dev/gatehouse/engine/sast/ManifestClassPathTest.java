package dev.gatehouse.engine.sast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar's manifest may name other jars; what an answer depends on is the class path of the build alone. */
class ManifestClassPathTest {
    private static final String BASE = "package lib; public class Base { public String id() { return \"1\"; } }";
    private static final String ORDERS = """
            package shop;
            public class Orders extends lib.Base {
                public byte[] seal() throws Exception {
                    return java.security.MessageDigest.getInstance("MD5").digest(id().getBytes("UTF-8"));
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theJarsThatAManifestNamesAreNotFollowed() throws Exception {
        compile("lib/Base.java", BASE);
        compile("shop/Orders.java", ORDERS);
        jar("base.jar", "lib/Base.class", "");
        var naming = Analysed.answer(jar("naming.jar", "shop/Orders.class", "base.jar"));
        var plain = Analysed.answer(jar("plain.jar", "shop/Orders.class", ""));

        assertThat(naming.findings()).isEqualTo(plain.findings()).isNotEmpty();
        assertThat(naming.problems()).extracting(Problem::kind).containsExactly("missing-classes");
        assertThat(naming.problems()).isEqualTo(plain.problems());
    }

    private void compile(String name, String source) throws IOException {
        var file = folder.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        var classes = Files.createDirectories(folder.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-g", "-cp", classes.toString(), "-d", classes.toString());
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(file))
                            .call())
                    .isTrue();
        }
    }

    private Path jar(String name, String entry, String classPath) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        var file = folder.resolve(name);
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(Files.readAllBytes(folder.resolve("classes").resolve(entry)));
            jar.closeEntry();
        }
        return file;
    }
}
