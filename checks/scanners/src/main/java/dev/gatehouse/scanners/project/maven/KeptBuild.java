package dev.gatehouse.scanners.project.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A resolved build with what tells whether it is still current.
 *
 * @param poms every pom that was read, and where one was looked for in vain, with the SHA-256 of its content
 * @param files every library file with its size and time of change
 */
record KeptBuild(Map<String, String> poms, Map<String, String> files, ResolvedBuild build) {

    static KeptBuild of(ResolvedBuild build, Map<String, String> poms) throws IOException {
        var files = new TreeMap<String, String>();
        for (var library : build.libraries()) {
            if (library.file() != null) {
                files.put(library.file().toString(), state(library.file()));
                var pom = pomBeside(library.file());
                files.put(pom.toString(), state(pom));
            }
        }
        for (var module : build.modules()) {
            for (var entry : module.classPath()) {
                if (Files.isRegularFile(entry)) {
                    files.put(entry.toString(), state(entry));
                }
            }
        }
        return new KeptBuild(poms, files, build);
    }

    /** A kept value, if it can be read and nothing that it was made from has changed. */
    static Optional<ResolvedBuild> current(byte[] json) {
        try {
            var kept = ReportJson.mapper().readValue(json, KeptBuild.class);
            for (var pom : kept.poms.entrySet()) {
                if (!PomFiles.digest(Path.of(pom.getKey())).equals(pom.getValue())) {
                    return Optional.empty();
                }
            }
            for (var file : kept.files.entrySet()) {
                if (!state(Path.of(file.getKey())).equals(file.getValue())) {
                    return Optional.empty();
                }
            }
            return Optional.of(kept.build);
        } catch (IOException | RuntimeException e) {
            // damaged or of another version: the same as not there, it is worked out anew and replaced
            return Optional.empty();
        }
    }

    byte[] json() throws JsonProcessingException {
        return ReportJson.mapper().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    private static Path pomBeside(Path jar) {
        var name = String.valueOf(jar.getFileName());
        int dot = name.lastIndexOf('.');
        return jar.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".pom");
    }

    private static String state(Path file) throws IOException {
        return Files.exists(file)
                ? Files.size(file) + ":" + Files.getLastModifiedTime(file).toMillis()
                : PomFiles.ABSENT;
    }
}
