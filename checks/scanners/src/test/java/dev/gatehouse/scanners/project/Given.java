package dev.gatehouse.scanners.project;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.scanners.project.archive.ArchiveLimits;
import dev.gatehouse.scanners.project.maven.ResolutionCache;
import dev.gatehouse.scanners.project.maven.settings.MavenSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Things to discover, and the local repository that this build itself was resolved from. */
final class Given {
    static final String JACKSON = com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION.toString();

    private Given() {}

    static Path jacksonJar() {
        try {
            return Path.of(JsonMapper.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path mavenRepository() {
        // REPOSITORY/com/fasterxml/jackson/core/jackson-databind/VERSION/FILE
        var place = jacksonJar();
        for (int i = 0; i < 7; i++) {
            place = Objects.requireNonNull(place.getParent());
        }
        return place;
    }

    static DiscoverySettings settings(Path work) {
        return settings(work, ResolutionCache.NONE);
    }

    static DiscoverySettings settings(Path work, ResolutionCache cache) {
        return new DiscoverySettings(
                MavenSettings.of(mavenRepository(), true),
                work.resolve("gradle-home"),
                work.resolve("unpacked"),
                ArchiveLimits.DEFAULT,
                cache);
    }

    static Project discovered(Path place, Path work) {
        return new ProjectDiscovery(settings(work)).discover(place, Overrides.NONE);
    }

    static Path file(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    /** A real class file of this build, put where its package says. */
    static Path compiled(Path classes) throws IOException {
        var name = Given.class.getName().replace('.', '/') + ".class";
        var file = classes.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.write(file, classBytes());
    }

    static byte[] classBytes() throws IOException {
        try (var input =
                Objects.requireNonNull(Given.class.getResourceAsStream(Given.class.getSimpleName() + ".class"))) {
            return input.readAllBytes();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] pomProperties(String group, String artifact, String version) {
        return bytes("groupId=%s\nartifactId=%s\nversion=%s\n".formatted(group, artifact, version));
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
