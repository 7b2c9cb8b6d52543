package dev.gatehouse.engine.protocol.classpath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

/** A jar. Classes for newer Java versions ({@code META-INF/versions}) are not looked at, as the engine never does. */
final class JarRoot implements ClassRoot, AutoCloseable {
    private final ZipFile zip;
    private final Set<String> packages;

    private JarRoot(ZipFile zip, Set<String> packages) {
        this.zip = zip;
        this.packages = packages;
    }

    static JarRoot open(Path jar) throws IOException {
        var zip = new ZipFile(jar.toFile());
        var packages = new HashSet<String>();
        // entries of one package follow one another: most names need no new string
        var last = "/";
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var name = entries.nextElement().getName();
            if (name.endsWith(ClassPath.SUFFIX) && !isIn(name, last)) {
                last = ClassPath.packageOf(name);
                packages.add(last);
            }
        }
        return new JarRoot(zip, packages);
    }

    private static boolean isIn(String name, String packageName) {
        return name.lastIndexOf('/') == packageName.length() && name.startsWith(packageName);
    }

    @Override
    public boolean hasPackage(String name) {
        return packages.contains(name);
    }

    @Override
    public Optional<byte[]> read(String resource) throws IOException {
        var entry = zip.getEntry(resource);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            return Optional.of(ClassRoot.limited(in.readNBytes(MAX_BYTES + 1), zip.getName() + "!/" + resource));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
