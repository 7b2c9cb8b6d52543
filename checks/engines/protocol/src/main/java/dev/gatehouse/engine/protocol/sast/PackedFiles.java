package dev.gatehouse.engine.protocol.sast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a build packs beside a module's classes and that its analysis reads: what they say is part of its key. */
public final class PackedFiles {
    private static final List<String> ENDINGS = List.of(".properties", ".xml", ".yml", ".yaml", ".json");

    private PackedFiles() {}

    /** Whether a file of this name is read at all. */
    public static boolean isRead(String name) {
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /**
     * Where they are: the folder or archive with the classes, and for {@code build/classes/LANGUAGE/NAME}, as Gradle lays
     * it out, {@code build/resources/NAME}, which need not exist.
     */
    public static List<Path> places(Path classes) {
        var places = new ArrayList<>(List.of(classes));
        var folder = classes.toAbsolutePath().normalize();
        int names = folder.getNameCount();
        if (names > 3 && folder.getName(names - 3).toString().equals("classes")) {
            places.add(folder.resolve("../../../resources")
                    .normalize()
                    .resolve(folder.getName(names - 1).toString()));
        }
        return places;
    }
}
