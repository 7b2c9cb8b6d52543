package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is named and makes the scan incomplete; everything beside it is scanned. */
class BrokenFilesIT {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final byte NEWER_JAVA = 99;

    @TempDir
    Path folder;

    @Test
    void eachBrokenFileIsNamedAndTheRestIsScanned() throws Exception {
        var project = Files.createDirectories(folder.resolve("project"));
        Jars.vulnerable(project.resolve("good.jar"));
        var classes = Sources.flawed(project, "good", "Customers");
        Sources.flawed(project, "newer", "Customers");
        makeNewer(classes.resolve("newer/Customers.class"));
        brokenJars(project);
        var looped = Files.createDirectories(project.resolve("looped"));
        Files.createSymbolicLink(looped.resolve("again"), Path.of(".."));
        var out = folder.resolve("out");

        var ended = Installed.prepared(folder).run("scan", project.toString(), "--out", out.toString());

        // what was found in the rest is reason enough to fail; the gap is a broken rule beside it
        assertThat(ended.exit()).as(ended.err() + ended.out()).isEqualTo(1);
        var reported = new Reported(out);
        reported.assertWhole();
        assertThat(reported.report().path("verdict").path("rules")).anySatisfy(rule -> {
            assertThat(rule.path("rule").asText()).isEqualTo("nothing left out");
            assertThat(rule.path("passed").asBoolean()).isFalse();
        });
        assertThat(reported.problems())
                // of two jars in one archive that have the same name, the class path knows no more than that name
                .filteredOn(problem -> !problem.startsWith("unreadable-class-path "))
                .as("each told once")
                .doesNotHaveDuplicates()
                .doesNotContain("encrypted-archive locked.jar")
                .contains(
                        "unreadable-archive cut.jar",
                        "zip-bomb bomb.jar",
                        "encrypted-archive locked.jar!/secret.txt",
                        "unsafe-entry slip.jar!/../../escaped.jar")
                .anyMatch(problem -> problem.startsWith("class-too-new ") && problem.contains("newer"));
        assertThat(reported.rulesFound()).contains(Jars.VULNERABILITY, "SQL_INJECTION_JDBC");
        assertThat(left("escaped.jar")).isFalse();
        for (var name : Reported.FILES) {
            var text = Files.readString(out.resolve(name));
            if (!Set.of("bom.json", "attack-surface.html").contains(name)) {
                assertThat(text).as(name).containsPattern("cut\\\\?\\.jar");
            }
        }
    }

    @Test
    void aSingleJarIsLookedUpItself() throws Exception {
        var jar = Jars.vulnerable(folder.resolve("commons-text-1.9.jar"));
        var out = folder.resolve("out");

        var ended = Installed.prepared(folder)
                .run("scan", jar.toString(), "--quiet", "--only", "sca", "--out", out.toString());

        assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
        assertThat(new Reported(out).rulesFound()).containsExactly(Jars.VULNERABILITY);
    }

    /** A BOM is input to a scan as a jar is: what it hides is unknown, so the scan is incomplete, not refused. */
    @Test
    void aBomThatCannotBeReadMakesTheScanIncomplete() throws Exception {
        assertUnread("this is not JSON");
        assertUnread("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [{\"type\": \"libr");
    }

    private void assertUnread(String text) throws Exception {
        var bom = Files.writeString(folder.resolve("bom.json"), text);
        var out = folder.resolve("out");
        var ended = Installed.prepared(folder)
                .run("scan", bom.toString(), "--quiet", "--only", "sca", "--out", out.toString());
        assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
        var reported = new Reported(out);
        reported.assertWhole();
        assertThat(reported.verdict()).isEqualTo("incomplete");
        assertThat(reported.problems()).contains("unreadable-bom bom.json");
    }

    private static void brokenJars(Path project) throws IOException {
        var noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        var whole = Jars.of(Map.of("noise.bin", noise));
        Files.write(project.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(project.resolve("bomb.jar"), Jars.of(Map.of("zeros.class", new byte[40 << 20])));
        var locked = Jars.of(Map.of("secret.txt", Jars.bytes("locked")));
        setFlag(locked, LOCAL_HEADER, 6);
        setFlag(locked, CENTRAL_HEADER, 8);
        Files.write(project.resolve("locked.jar"), locked);
        var slip = new LinkedHashMap<String, byte[]>();
        slip.put("../../escaped.jar", Jars.bytes("x"));
        slip.put("/etc/escaped.jar", Jars.bytes("x"));
        Files.write(project.resolve("slip.jar"), Jars.of(slip));
    }

    /** Offset of the major version: JVMS 4.1. */
    private static void makeNewer(Path classFile) throws IOException {
        var bytes = Files.readAllBytes(classFile);
        bytes[7] = NEWER_JAVA;
        Files.write(classFile, bytes);
    }

    /** Sets the bit for encryption (APPNOTE 4.4.4) in the headers with that signature. */
    private static void setFlag(byte[] zip, int signature, int offset) {
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 4 <= zip.length; i++) {
            if (buffer.getInt(i) == signature) {
                zip[i + offset] |= 1;
            }
        }
    }

    private boolean left(String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.anyMatch(file -> file.endsWith(name)) || Files.exists(Path.of("/etc", name));
        }
    }
}
