package dev.gatehouse.scanners.sast;

import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.cache.Sha256;
import dev.gatehouse.scanners.engine.EngineHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which engine this is.
 *
 * @param version of SpotBugs and FindSecBugs, for people
 * @param digest over all of the engine's jars: detectors, their configuration, and how we run them
 * @param java digest of what tells one Java from another
 */
record EngineId(String version, String digest, String java) {
    private static final Pattern JAR = Pattern.compile("(spotbugs|findsecbugs-plugin)-([0-9.]+)\\.jar");

    static EngineId of(EngineHome home, FileDigests digests) throws IOException {
        var all = new Sha256();
        var versions = new ArrayList<String>();
        for (var jar : jars(home.directory().resolve("sast"))) {
            var name = jar.getFileName().toString();
            all.add(name).add(digests.sha256(jar));
            var match = JAR.matcher(name);
            if (match.matches()) {
                versions.add(match.group(2));
            }
        }
        if (versions.size() != 2) {
            throw new IOException("SpotBugs or FindSecBugs is missing from %s".formatted(home.directory()));
        }
        return new EngineId(String.join(" + ", versions), all.hex(), java(home.java()));
    }

    /** The engine's own first, then its plugins; sorted by name. */
    private static List<Path> jars(Path folder) throws IOException {
        var jars = new ArrayList<Path>();
        for (var directory : List.of(folder, folder.resolve("plugins"))) {
            try (var files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        return jars;
    }

    /** Every JDK has a file named {@code release} that says exactly which one it is. */
    private static String java(Path executable) throws IOException {
        var real = executable.toRealPath();
        var release = real.resolveSibling("../release").normalize();
        var text = Files.isReadable(release)
                ? Files.readString(release)
                : real + " " + Files.size(real) + " " + Files.getLastModifiedTime(real);
        return new Sha256().add(text).hex();
    }
}
