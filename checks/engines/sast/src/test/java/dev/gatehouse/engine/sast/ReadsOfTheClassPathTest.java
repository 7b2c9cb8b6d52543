package dev.gatehouse.engine.sast;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.FindBugs2;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The key of an answer rests on every read of the class path passing through {@link Libraries} (docs/decisions/0040).
 * This looks at the byte code of the engines for ways around it: when a new version fails here, read what is new there.
 */
class ReadsOfTheClassPathTest {
    private static final String CLASSFILE = "edu/umd/cs/findbugs/classfile/";

    @Test
    void classFilesAreOnlyReadByTheAnalysisOfClassData() throws Exception {
        assertThat(callers("lookupResource"))
                .containsExactlyInAnyOrder(
                        // hands out every class file
                        CLASSFILE + "engine/ClassDataAnalysisEngine",
                        // names the entry in an error, after the above read it
                        CLASSFILE + "engine/asm/ClassNodeAnalysisEngine",
                        // looks for java.lang.Object, and at what is told to it: nothing of ours
                        CLASSFILE + "impl/ClassPathBuilder",
                        // how the above is carried out
                        CLASSFILE + "impl/ClassPathImpl",
                        CLASSFILE + "impl/NestedZipFileCodeBase",
                        // a tool of its own, not part of an analysis
                        "edu/umd/cs/findbugs/DiscoverSourceDirectories");
        assertThat(callers("openResource"))
                .containsExactlyInAnyOrder(
                        CLASSFILE + "engine/ClassDataAnalysisEngine",
                        // of the module's own classes, and of manifests of what is told to it
                        CLASSFILE + "impl/ClassPathBuilder",
                        // archives in archives, which are not asked for
                        CLASSFILE + "impl/DelegatingCodeBaseEntry",
                        CLASSFILE + "impl/NestedZipFileCodeBase",
                        "edu/umd/cs/findbugs/DiscoverSourceDirectories");
    }

    @Test
    void nobodyListsTheClassPath() throws Exception {
        assertThat(callers("auxCodeBaseIterator"))
                // prints it for debugging
                .containsExactly(CLASSFILE + "impl/ClassPathBuilder");
        assertThat(callers("getAuxClasspathEntryList", "getNumAuxClasspathEntries"))
                .allSatisfy(caller -> assertThat(caller)
                        .as("reads the project's class path, which is empty here: our own takes its place")
                        .startsWith("edu/umd/cs/findbugs/"));
    }

    /** Internal names of the outermost classes of both engines that call a method of one of these names. */
    private static Set<String> callers(String... methods) throws IOException, URISyntaxException {
        var spotbugs = Path.of(FindBugs2.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var found = new TreeSet<String>();
        callersIn(spotbugs, Set.of(methods), found);
        callersIn(
                PluginJar.in(Path.of(System.getProperty("gatehouse.sast.plugins")))
                        .file(),
                Set.of(methods),
                found);
        return found;
    }

    private static void callersIn(Path jar, Set<String> methods, Set<String> found) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".class")) {
                    try (var in = zip.getInputStream(entry)) {
                        new ClassReader(in).accept(new Calls(methods, found), ClassReader.SKIP_DEBUG);
                    }
                }
            }
        }
    }

    private static final class Calls extends ClassVisitor {
        private final Set<String> methods;
        private final Set<String> found;
        private String name = "";

        Calls(Set<String> methods, Set<String> found) {
            super(Opcodes.ASM9);
            this.methods = methods;
            this.found = found;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.name = name;
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                    if (methods.contains(called) && owner.startsWith("edu/umd/cs/findbugs/")) {
                        found.add(name.replaceFirst("\\$.*", ""));
                    }
                }
            };
        }
    }
}
