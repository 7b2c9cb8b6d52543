package dev.gatehouse.cli.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars made for a test. */
final class Jars {
    /** What the embedded vulnerability data knows about the jar of {@link #vulnerable}. */
    static final String VULNERABILITY = "CVE-2022-42889";

    private static final String POM = """
            groupId=org.apache.commons
            artifactId=commons-text
            version=1.9
            """;

    private Jars() {}

    /** A jar that says it is commons-text 1.9. */
    static Path vulnerable(Path file) throws IOException {
        return Files.write(
                file, of(Map.of("META-INF/maven/org.apache.commons/commons-text/pom.properties", bytes(POM))));
    }

    static byte[] of(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
