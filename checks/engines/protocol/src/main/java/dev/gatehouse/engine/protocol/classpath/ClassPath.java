package dev.gatehouse.engine.protocol.classpath;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Entries in order: of a class that several have, the first one's counts. Safe for many threads. */
public final class ClassPath {
    /** What every resource name here ends with. */
    public static final String SUFFIX = ".class";

    private final List<ClassRoot> roots;
    private final Map<String, List<ClassRoot>> byPackage = new ConcurrentHashMap<>();

    ClassPath(List<ClassRoot> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * The class file of a resource name such as {@code shop/Cart.class}; none when no entry has it.
     *
     * @throws IOException when the first entry that has it cannot be read there
     */
    public Optional<byte[]> find(String resource) throws IOException {
        for (var root : byPackage.computeIfAbsent(packageOf(resource), this::having)) {
            var found = root.read(resource);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether a folder, and so a module of the same project, declares the class. */
    public boolean isInFolder(String resource) {
        return roots.stream().anyMatch(root -> root instanceof FolderRoot folder && folder.has(resource));
    }

    private List<ClassRoot> having(String packageName) {
        return roots.stream().filter(root -> root.hasPackage(packageName)).toList();
    }

    static String packageOf(String resource) {
        return resource.substring(0, Math.max(0, resource.lastIndexOf('/')));
    }
}
