package dev.gatehouse.engine.protocol.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries of class paths, each opened once however many modules name it, until {@link #close}. */
public final class OpenEntries implements AutoCloseable {
    private final Map<Path, ClassRoot> open = new HashMap<>();

    /**
     * A class path of these entries: folders and jars.
     *
     * @throws IOException when one of them cannot be opened
     */
    public synchronized ClassPath classPath(List<Path> entries) throws IOException {
        var roots = new ArrayList<ClassRoot>();
        for (var entry : entries) {
            roots.add(root(entry.toAbsolutePath().normalize()));
        }
        return new ClassPath(roots);
    }

    private ClassRoot root(Path entry) throws IOException {
        var known = open.get(entry);
        if (known != null) {
            return known;
        }
        var root = Files.isDirectory(entry) ? new FolderRoot(entry) : JarRoot.open(entry);
        open.put(entry, root);
        return root;
    }

    @Override
    public synchronized void close() throws IOException {
        for (var root : open.values()) {
            if (root instanceof JarRoot jar) {
                jar.close();
            }
        }
        open.clear();
    }
}
