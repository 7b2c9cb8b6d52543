package dev.gatehouse.scanners.project.archive;

import dev.gatehouse.scanners.project.coordinates.Coordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** Finds out which library a jar is, by what its build left in it; a guess without a group is not made. */
final class JarName {
    private static final Pattern POM_PROPERTIES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");
    private static final int MOST_SMALL_FILES = 2_000;
    private static final int SMALL = 1 << 16;
    private static final int MANIFEST = 1 << 22;

    private JarName() {}

    /** The libraries that were built into the jar, its own among them. */
    static List<Coordinates> inside(ZipArchive jar) throws IOException {
        var found = new ArrayList<Coordinates>();
        for (var entry : jar.entries()) {
            if (found.size() < MOST_SMALL_FILES
                    && POM_PROPERTIES.matcher(entry.name()).matches()) {
                var properties = new Properties();
                try (var input = jar.read(entry)) {
                    properties.load(new java.io.ByteArrayInputStream(input.readNBytes(SMALL)));
                } catch (IllegalArgumentException e) {
                    throw ArchiveRefused.damaged("its pom.properties is malformed");
                }
                var coordinates = Coordinates.jar(
                        properties.getProperty("groupId", "").strip(),
                        properties.getProperty("artifactId", "").strip(),
                        properties.getProperty("version", "").strip());
                if (coordinates.isSafe() && !found.contains(coordinates)) {
                    found.add(coordinates);
                }
            }
        }
        return found;
    }

    /** The jar itself, told by its file name among the libraries inside, else by its manifest. */
    static Optional<Coordinates> own(String fileName, List<Coordinates> inside, ZipArchive jar) throws IOException {
        var stem = fileName.replaceFirst("\\.[^.]+$", "");
        for (var each : inside) {
            if (stem.equals(each.artifact() + "-" + each.version())) {
                return Optional.of(each);
            }
        }
        for (var each : inside) {
            if (stem.equals(each.artifact())) {
                return Optional.of(each);
            }
            var start = each.artifact() + "-" + each.version() + "-";
            if (stem.startsWith(start)) {
                return Optional.of(new Coordinates(
                        each.group(), each.artifact(), each.version(), stem.substring(start.length()), "jar"));
            }
        }
        return inside.size() == 1 ? Optional.of(inside.get(0)) : byManifest(stem, jar);
    }

    private static Optional<Coordinates> byManifest(String stem, ZipArchive jar) throws IOException {
        for (var entry : jar.entries()) {
            if (entry.name().equals("META-INF/MANIFEST.MF")) {
                try (var input = jar.read(entry)) {
                    var bytes = input.readNBytes(MANIFEST);
                    return byManifest(stem, new Manifest(new java.io.ByteArrayInputStream(bytes)).getMainAttributes());
                } catch (ArchiveRefused e) {
                    throw e;
                } catch (IOException | IllegalArgumentException e) {
                    // a malformed manifest names nothing
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Coordinates> byManifest(String stem, Attributes manifest) {
        var nameAndVersion = Pattern.compile("(.+?)-(\\d[\\w.+-]*)").matcher(stem);
        if (!nameAndVersion.matches()) {
            return Optional.empty();
        }
        var artifact = nameAndVersion.group(1);
        var version = nameAndVersion.group(2);
        var bundle = value(manifest, "Bundle-SymbolicName").split(";", 2)[0].strip();
        var vendor = value(manifest, "Implementation-Vendor-Id");
        var title = value(manifest, "Implementation-Title");
        var group = bundle.endsWith("." + artifact)
                ? bundle.substring(0, bundle.length() - artifact.length() - 1)
                : title.equals(artifact) ? vendor : "";
        return Optional.of(Coordinates.jar(group, artifact, version))
                .filter(Coordinates::isSafe)
                .filter(each -> StandardCharsets.US_ASCII.newEncoder().canEncode(each.group()));
    }

    private static String value(Attributes manifest, String key) {
        var value = manifest.getValue(key);
        return value == null ? "" : value.strip();
    }
}
