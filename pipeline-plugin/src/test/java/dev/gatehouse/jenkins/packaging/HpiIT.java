package dev.gatehouse.jenkins.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.jenkins.distribution.DistributionFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was built is what Jenkins expects. */
final class HpiIT {
    private static final Path HPI = Path.of(System.getProperty("gatehouse.hpi"));
    private static final long LARGEST = 120_000_000;
    private static final Path COMMAND = Path.of(System.getProperty("gatehouse.checkout"), "cli/target/gatehouse");

    @Test
    void theManifestSaysWhatJenkinsLoadsAPluginBy() throws IOException {
        try (var hpi = new JarFile(HPI.toFile())) {
            var main = hpi.getManifest().getMainAttributes();
            assertThat(main.getValue("Short-Name")).isEqualTo("gatehouse");
            assertThat(main.getValue("Jenkins-Version"))
                    .matches("2\\.5\\d\\d(\\.\\d+)?")
                    .isEqualTo(main.getValue("Hudson-Version"));
            assertThat(main.getValue("Plugin-Dependencies").split(","))
                    .allMatch(dependency -> dependency.matches("[a-z-]+:[0-9][0-9a-z._]*"))
                    .anyMatch(dependency -> dependency.startsWith("workflow-step-api:"))
                    .anyMatch(dependency -> dependency.startsWith("credentials:"));
            assertThat(main.getValue("Plugin-License-Name")).isEqualTo("Apache-2.0");
        }
    }

    @Test
    void isSmallEnoughToUpload() throws IOException {
        assertThat(Files.size(HPI)).isLessThan(LARGEST);
    }

    @Test
    void libraryFolderHasNothingThatJenkinsHasAndNoScanner() throws IOException {
        var libraries = entries().keySet().stream()
                .filter(name -> name.startsWith("WEB-INF/lib/"))
                .map(name -> name.substring("WEB-INF/lib/".length()))
                .filter(name -> !name.isEmpty())
                .toList();

        assertThat(libraries)
                .anyMatch(name -> name.startsWith("gatehouse-findings"))
                .anyMatch(name -> name.startsWith("gatehouse-jenkins-plugin"))
                .noneMatch(
                        name -> name.matches(
                                "(gatehouse-(jenkins-api|cli|scanners|engine).*|(slf4j|guava|commons-io|commons-lang|commons-codec"
                                        + "|jakarta\\.servlet|sezpoz|spotbugs|findsecbugs|dependency-check|zap|xstream|asm|annotation-indexer).*)\\.jar"));
    }

    @Test
    void theIndexesNameWhatIsAnnotated() throws IOException {
        var plugin = plugin();
        assertThat(text(plugin, "META-INF/services/annotations/org.jenkinsci.Symbol"))
                .contains("dev.gatehouse.jenkins.config.GatehouseConfiguration");
        assertThat(text(plugin, "META-INF/exposed.stapler-beans")).contains("dev.gatehouse.jenkins.page.BuildScans");
        assertThat(text(plugin, "dev/gatehouse/jenkins/scan/SecurityScanBuilder.stapler"))
                .isEqualTo("constructor=options\n");
        assertThat(text(plugin, "META-INF/annotations/hudson.Extension.txt"))
                .contains(
                        "SecurityScanStep$DescriptorImpl",
                        "SecurityScanBuilder$DescriptorImpl",
                        "GatehouseConfiguration");
        assertThat(plugin).containsKeys("index.jelly", "META-INF/annotations/hudson.Extension");
    }

    @Test
    void jenkinsTakesThePluginsOwnClassesFromItsRecords() throws IOException {
        try (var jar = new JarInputStream(new ByteArrayInputStream(pluginJar()))) {
            Manifest manifest = jar.getManifest();
            assertThat(manifest.getMainAttributes().getValue("Jenkins-ClassFilter-Whitelisted"))
                    .isEqualTo("true");
        }
    }

    @Test
    void theDistributionUnpacksToTheWholeCommandWithoutServersAndFips(@TempDir Path folder) throws IOException {
        var zip = entries().get("WEB-INF/distribution/gatehouse.zip");
        var digest =
                text(entries(), "WEB-INF/distribution/gatehouse.zip.sha256").strip();

        var home = new DistributionFolder(folder).unpack(digest, new ByteArrayInputStream(zip));

        var unpacked = files(home);
        assertThat(unpacked)
                .isEqualTo(files(COMMAND).entrySet().stream()
                        .filter(file -> !file.getKey().startsWith("server/")
                                && !file.getKey().startsWith("fips/")
                                && !file.getKey().endsWith(".jsa"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(unpacked.keySet())
                .anyMatch(name -> name.startsWith("lib/gatehouse-cli"))
                .anyMatch(name -> name.startsWith("engines/sast/spotbugs"))
                .anyMatch(name -> name.startsWith("engines/sca/dependency-check"));
    }

    private static Map<String, String> files(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> home.relativize(file).toString().replace('\\', '/'), HpiIT::digest));
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static Map<String, byte[]> plugin() throws IOException {
        return read(new ByteArrayInputStream(pluginJar()));
    }

    private static byte[] pluginJar() throws IOException {
        return entries().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("WEB-INF/lib/gatehouse-jenkins-plugin"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static Map<String, byte[]> entries() throws IOException {
        try (var in = Files.newInputStream(HPI)) {
            return read(in);
        }
    }

    private static Map<String, byte[]> read(InputStream in) throws IOException {
        var found = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), zip.readAllBytes());
            }
        }
        return found;
    }

    private static String text(Map<String, byte[]> jar, String name) {
        assertThat(jar).containsKey(name);
        return new String(jar.get(name), StandardCharsets.UTF_8);
    }
}
