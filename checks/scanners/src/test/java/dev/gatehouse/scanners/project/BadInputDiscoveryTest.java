package dev.gatehouse.scanners.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.scanners.project.archive.ArchiveLimits;
import dev.gatehouse.scanners.project.maven.ResolutionCache;
import dev.gatehouse.scanners.project.maven.settings.MavenSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies beside it, the good jar is taken, and what could not be read is told. */
@Timeout(60)
class BadInputDiscoveryTest {
    private static final String GOOD = "pkg:maven/org.acme/good@1";

    @TempDir
    Path directory;

    @TempDir
    Path work;

    @BeforeEach
    void aGoodJarBesideIt() throws IOException {
        Files.write(
                directory.resolve("good-1.jar"),
                Given.zip(Map.of(
                        "META-INF/maven/org.acme/good/pom.properties", Given.pomProperties("org.acme", "good", "1"))));
    }

    private Project discovered() {
        var project = Given.discovered(directory, work);
        assertThat(project.libraries()).extracting(Project.Library::purl).contains(GOOD);
        return project;
    }

    private void assertProblem(Project project, String kind, String place, String words) {
        assertThat(project.problems()).anySatisfy(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.place()).isEqualTo(place);
            assertThat(problem.sentence()).contains(words);
        });
    }

    @Test
    void aTruncatedJar() throws IOException {
        var whole = Files.readAllBytes(Given.jacksonJar());
        Files.write(directory.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2));
        var project = discovered();

        assertProblem(project, "unreadable-archive", "cut.jar", "truncated");
        assertThat(project.libraries()).extracting(Project.Library::display).contains("cut.jar");
    }

    @Test
    void anEmptyJarAndATextThatIsCalledJar() throws IOException {
        Files.createFile(directory.resolve("empty.jar"));
        Files.writeString(directory.resolve("text.jar"), "not found");
        var project = discovered();

        assertProblem(project, "unreadable-archive", "empty.jar", "empty");
        assertProblem(project, "unreadable-archive", "text.jar", "no ZIP archive");
    }

    @Test
    void aPasswordProtectedJar() throws IOException {
        var bytes = Given.zip(Map.of("secret.class", Given.classBytes()));
        setFlag(bytes, 0x04034b50, 6);
        setFlag(bytes, 0x02014b50, 8);
        Files.write(directory.resolve("locked.jar"), bytes);

        assertProblem(discovered(), "encrypted-archive", "locked.jar!/secret.class", "password");
    }

    private static void setFlag(byte[] zip, int signature, int offset) {
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 4 <= zip.length; i++) {
            if (buffer.getInt(i) == signature) {
                zip[i + offset] |= 1;
            }
        }
    }

    @Test
    void namesThatLeadOutOfTheArchive() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("../../escaped.jar", Given.bytes("x"));
        entries.put("/etc/escaped.jar", Given.bytes("x"));
        entries.put("..\\escaped.jar", Given.bytes("x"));
        Files.write(directory.resolve("slip.jar"), Given.zip(entries));
        var project = discovered();

        assertThat(project.problems().stream().filter(problem -> problem.kind().equals("unsafe-entry")))
                .hasSize(3);
        assertThat(Files.exists(work.resolve("escaped.jar"))).isFalse();
        assertThat(Path.of("/etc/escaped.jar")).doesNotExist();
        try (var files = Files.walk(work)) {
            assertThat(files.filter(Files::isRegularFile)).allMatch(file -> file.startsWith(work.resolve("unpacked")));
        }
    }

    @Test
    void anArchiveThatSaysItIsHuge() throws IOException {
        var bytes = Given.zip(Map.of("a.class", Given.bytes("small")));
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = indexOf(bytes, 0x02014b50);
        buffer.putInt(header + 24, 0x7ffffff0);
        Files.write(directory.resolve("liar.jar"), bytes);
        var project = discovered();

        assertProblem(project, "zip-bomb", "liar.jar", "times its size");
        assertThat(project.libraries()).extracting(Project.Library::display).doesNotContain("liar.jar");
    }

    private static int indexOf(byte[] bytes, int signature) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int i = 0;
        while (buffer.getInt(i) != signature) {
            i++;
        }
        return i;
    }

    @Test
    void aBombThatDoesNotSayItIsOne() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("BOOT-INF/lib/bomb.jar"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }
        var zip = bytes.toByteArray();
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(indexOf(zip, 0x02014b50) + 24, 10);
        Files.write(directory.resolve("bomb.jar"), zip);

        assertProblem(discovered(), "zip-bomb", "bomb.jar!/BOOT-INF/lib/bomb.jar", "times its size");
    }

    @Test
    void archivesInArchivesInArchives() throws IOException {
        var inner = Given.zip(Map.of("x.txt", Given.bytes("x")));
        for (int i = 0; i < 10; i++) {
            inner = Given.zip(Map.of("n.jar", inner));
        }
        Files.write(directory.resolve("nested.jar"), inner);

        assertThat(discovered().problems())
                .anyMatch(problem ->
                        problem.kind().equals("zip-bomb") && problem.sentence().contains("nested more than 5 deep"));
    }

    @Test
    void moreEntriesThanAllowed() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 200; i++) {
            entries.put("e" + i, new byte[0]);
        }
        Files.write(directory.resolve("many.jar"), Given.zip(entries));
        var limits = new ArchiveLimits(100, 1 << 20, 1 << 20, 100, 3);
        var settings = new DiscoverySettings(
                MavenSettings.of(Given.mavenRepository(), true),
                work,
                work.resolve("unpacked"),
                limits,
                ResolutionCache.NONE);

        assertProblem(
                new ProjectDiscovery(settings).discover(directory, Overrides.NONE),
                "zip-bomb",
                "many.jar",
                "more than 100 entries");
    }

    @Test
    void twoEntriesOfOneName() throws IOException {
        var bytes = Given.zip(new LinkedHashMap<>(Map.of("aa.class", Given.bytes("1"), "ab.class", Given.bytes("2"))));
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 'a' && bytes[i + 1] == 'b' && bytes[i + 2] == '.') {
                bytes[i + 1] = 'a';
            }
        }
        Files.write(directory.resolve("twice.jar"), bytes);

        assertProblem(discovered(), "duplicate-entry", "twice.jar!/aa.class", "more than one");
    }

    @Test
    void aLinkInAnArchiveIsNotFollowed() throws IOException {
        var bytes = Given.zip(Map.of("lib/evil.jar", Given.bytes("/etc/passwd")));
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = indexOf(bytes, 0x02014b50);
        bytes[header + 5] = 3;
        buffer.putShort(header + 40, (short) 0120777);
        Files.write(directory.resolve("linked.jar"), bytes);
        var project = discovered();

        assertProblem(project, "unsafe-entry", "linked.jar!/lib/evil.jar", "symbolic link");
        assertThat(project.libraries()).hasSize(2);
    }

    @Test
    void namesMeantToDeceive() throws IOException {
        var inner = Given.zip(Map.of("x", Given.bytes("x")));
        Files.write(directory.resolve("names.jar"), Given.zip(Map.of("lib/<script>\"'\n\u202Egpj.jar", inner)));
        var display = discovered().libraries().stream()
                .map(Project.Library::display)
                .filter(name -> name.contains("script"))
                .findFirst()
                .orElseThrow();

        assertThat(display).isEqualTo("names.jar!/lib/<script>\"'[U+000A][U+202E]gpj.jar");
    }

    @Test
    void anEntryNameThatIsNotUtf8() throws IOException {
        var bytes = Given.zip(Map.of("lib/x_y.jar", Given.zip(Map.of("x", Given.bytes("x")))));
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 'x' && bytes[i + 1] == '_') {
                bytes[i + 1] = (byte) 0xff;
            }
        }
        Files.write(directory.resolve("latin.jar"), bytes);

        assertThat(discovered().libraries())
                .extracting(Project.Library::display)
                .anyMatch(name -> name.startsWith("latin.jar!/lib/x"));
    }

    @Test
    void aJarOfOneGigabyteIsNotReadWhole() throws IOException {
        var big = directory.resolve("big.jar");
        long size = 1L << 30;
        var name = "data.bin".getBytes(StandardCharsets.US_ASCII);
        try (var channel = FileChannel.open(big, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(header(0x04034b50, 30, name, size), 0);
            var central = header(0x02014b50, 46, name, size);
            long place = 30 + name.length + size;
            int length = central.remaining();
            channel.write(central, place);
            var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            end.putInt(0, 0x06054b50).putShort(8, (short) 1).putShort(10, (short) 1);
            end.putInt(12, length).putInt(16, (int) place);
            channel.write(end, place + length);
        }
        var start = System.nanoTime();
        var project = discovered();

        assertThat(project.problems()).isEmpty();
        assertThat(project.libraries()).extracting(Project.Library::display).contains("big.jar");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static ByteBuffer header(int signature, int length, byte[] name, long size) {
        int shift = length == 46 ? 2 : 0;
        var header = ByteBuffer.allocate(length + name.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, signature)
                .putInt(14 + shift, (int) new CRC32().getValue())
                .putInt(18 + shift, (int) size)
                .putInt(22 + shift, (int) size)
                .putShort(26 + shift, (short) name.length);
        header.put(length, name);
        return header;
    }

    @Test
    void aLinkLoopIsWalkedOnce() throws IOException {
        Files.createSymbolicLink(directory.resolve("again"), directory);
        Files.createDirectories(directory.resolve("a"));
        Files.createSymbolicLink(directory.resolve("a/b"), directory.resolve("a"));

        assertThat(discovered().libraries()).hasSize(1);
    }

    @Test
    void aLinkToNowhere() throws IOException {
        Files.createSymbolicLink(directory.resolve("gone.jar"), directory.resolve("nowhere"));

        assertProblem(discovered(), "unreadable", directory.resolve("gone.jar").toString(), "link to nowhere");
    }

    /** Root may read every file but this one: its first page is mapped nowhere, so that reading it always fails. */
    @Test
    void filesThatCannotBeRead() throws IOException {
        var memory = Path.of("/proc/self/mem");
        assumeThat(memory)
                .as("SKIPPED: only Linux has a file that even root cannot read")
                .isRegularFile();
        Files.createSymbolicLink(directory.resolve("locked.jar"), memory);
        Files.createSymbolicLink(directory.resolve("Locked.class"), memory);

        assertProblem(discovered(), "unreadable-archive", "locked.jar", "was not read");
        assertProblem(discovered(), "unreadable-class", "Locked.class", "cannot be read");
    }

    @Test
    void aPipeIsNeverOpened() throws Exception {
        var pipe = directory.resolve("pipe.jar");
        var made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeThat(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();

        assertProblem(discovered(), "special-file", pipe.toString(), "not opened");
        assertThatThrownBy(() -> Given.discovered(pipe, work))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("pipe");
    }

    @Test
    void aDirectoryThatIsCalledJar() throws IOException {
        Files.createDirectories(directory.resolve("folder.jar"));

        assertThat(discovered().problems()).isEmpty();
    }

    @Test
    void aPomThatIsADirectory() throws IOException {
        Files.createDirectories(directory.resolve("pom.xml"));

        assertProblem(discovered(), "unreadable-pom", "pom.xml", "not a regular file");
    }

    @Test
    void aClassFileThatIsNone() throws IOException {
        Files.writeString(directory.resolve("A.class"), "no class");

        assertProblem(discovered(), "unreadable-class", "A.class", "cannot be read");
    }

    @Test
    void somethingThatIsNotThere() {
        assertThatThrownBy(() -> Given.discovered(directory.resolve("nothing"), work))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("There is nothing at");
    }

    @Test
    void anEmptyDirectoryIsNoEmptyPass() throws IOException {
        var empty = Files.createDirectory(directory.resolve("empty"));

        assertThat(Given.discovered(empty, work).problems())
                .extracting(Problem::kind)
                .isEqualTo(List.of("nothing-to-scan"));
    }
}
