package dev.gatehouse.engine.sast.triage.walk;

import java.util.Collection;
import java.util.Optional;

/** The files of a module that are read: its classes, and what it packs beside them. */
public interface ProgramFiles {
    /** Internal names of all classes. */
    Collection<String> names();

    Optional<byte[]> bytes(String internalName);

    /** @param path as on the class path, such as {@code shop/settings.properties} */
    Optional<byte[]> resource(String path);
}
