package dev.gatehouse.jenkins.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.jenkins.scan.SecurityScanStep;
import hudson.FilePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Nothing that the plugin uses of Jenkins exists only in the signatures that it is compiled against. */
final class JenkinsApiTest {
    private final ApiCheck check = new ApiCheck(Listing.load());

    @Test
    void everythingThatThePluginUsesIsThereAndAllowed() throws Exception {
        var plugin = classes(SecurityScanStep.class);

        assertThat(plugin).hasSizeGreaterThan(30);
        assertThat(plugin.values().stream()
                        .flatMap(facts -> facts.references.stream())
                        .filter(reference -> ApiCheck.isJenkins(reference.owner())))
                .as("the plugin does use Jenkins")
                .hasSizeGreaterThan(50);
        assertThat(plugin.values().stream().flatMap(facts -> check.uses(facts).stream()))
                .isEmpty();
    }

    @Test
    void everythingThatJenkinsAsksOfThePluginsClassesIsImplemented() throws Exception {
        var plugin = classes(SecurityScanStep.class);

        assertThat(plugin.values().stream().flatMap(facts -> check.missing(facts, plugin).stream()))
                .isEmpty();
    }

    @Test
    void everySignatureIsAsInTheRealClass() throws Exception {
        var signatures = classes(FilePath.class).values().stream()
                .filter(facts -> ApiCheck.isJenkins(facts.name))
                .toList();

        assertThat(signatures).hasSizeGreaterThan(80);
        assertThat(signatures.stream().flatMap(facts -> check.signature(facts).stream()))
                .isEmpty();
    }

    @Test
    void aSignatureOfOurOwnInventionIsFound() {
        var invented = written("hudson/FilePath", "java/lang/Object", writer -> {
            writer.visitMethod(Opcodes.ACC_PUBLIC, "teleport", "(Ljava/lang/String;)V", null, null)
                    .visitEnd();
            return writer;
        });

        assertThat(check.signature(invented))
                .containsExactly("hudson/FilePath.teleport(Ljava/lang/String;)V does not exist in Jenkins");
    }

    @Test
    void aUseOfWhatExistsOnlyInASignatureIsFound() {
        var user = written("dev/gatehouse/jenkins/Example", "java/lang/Object", writer -> {
            var body = writer.visitMethod(Opcodes.ACC_PUBLIC, "go", "(Lhudson/FilePath;)V", null, null);
            body.visitCode();
            body.visitVarInsn(Opcodes.ALOAD, 1);
            body.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "hudson/FilePath", "teleport", "()V", false);
            body.visitInsn(Opcodes.RETURN);
            body.visitEnd();
            return writer;
        });

        assertThat(check.uses(user)).singleElement().asString().contains("teleport", "does not have");
    }

    @Test
    void aUseOfWhatJenkinsRestrictsIsFound() {
        var user = written("dev/gatehouse/jenkins/Example", "java/lang/Object", writer -> {
            var body = writer.visitMethod(Opcodes.ACC_PUBLIC, "go", "()V", null, null);
            body.visitCode();
            body.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "hudson/FilePath",
                    "normalize",
                    "(Ljava/lang/String;)Ljava/lang/String;",
                    false);
            body.visitEnd();
            return writer;
        });

        assertThat(check.uses(user)).singleElement().asString().contains("normalize", "restricts");
    }

    @Test
    void anAbstractMethodThatIsNotImplementedIsFound() {
        var action =
                written("dev/gatehouse/jenkins/Example", "java/lang/Object", writer -> writer, "hudson/model/Action");

        assertThat(check.missing(action, Map.of()))
                .anyMatch(fault -> fault.contains("getUrlName"))
                .anyMatch(fault -> fault.contains("getDisplayName"));
    }

    private static ClassFacts written(
            String name, String parent, Function<ClassWriter, ClassWriter> content, String... interfaces) {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, interfaces);
        var written = content.apply(writer);
        written.visitEnd();
        return ClassFacts.of(written.toByteArray());
    }

    /** All classes that were compiled together with one. */
    private static Map<String, ClassFacts> classes(Class<?> one) throws IOException, URISyntaxException {
        var place = Path.of(Objects.requireNonNull(one.getProtectionDomain().getCodeSource())
                .getLocation()
                .toURI());
        if (Files.isDirectory(place)) {
            return facts(place);
        }
        try (var jar = java.nio.file.FileSystems.newFileSystem(place)) {
            return facts(jar.getPath("/"));
        }
    }

    private static Map<String, ClassFacts> facts(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            return found.stream()
                    .map(JenkinsApiTest::read)
                    .collect(Collectors.toMap(facts -> facts.name, facts -> facts));
        }
    }

    private static ClassFacts read(Path file) {
        try {
            return ClassFacts.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
