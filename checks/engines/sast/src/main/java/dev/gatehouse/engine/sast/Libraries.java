package dev.gatehouse.engine.sast;

import dev.gatehouse.engine.protocol.classpath.ClassPath;
import dev.gatehouse.engine.protocol.sast.Lookups;
import edu.umd.cs.findbugs.classfile.ICodeBase;
import edu.umd.cs.findbugs.classfile.ICodeBaseEntry;
import edu.umd.cs.findbugs.classfile.ICodeBaseLocator;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A module's class path as the engine's one auxiliary code base. It writes down everything that it is asked and what it
 * replied: docs/decisions/0040 says why that makes a sound key for the answer. The engine asks it for what the module
 * itself does not have, and the JDK after it.
 */
final class Libraries implements ICodeBase {
    private static final String ABSENT = "";

    private final ClassPath classPath;
    private final SortedMap<String, String> classes = new TreeMap<>();
    private final SortedMap<String, Boolean> beside = new TreeMap<>();
    private boolean reliable = true;
    private Discovered discovered = Discovered.SPECIFIED;
    private long lastModified;

    Libraries(ClassPath classPath) {
        this.classPath = classPath;
    }

    /** What was asked; none when a class was there and could not be read, for it may be readable next time. */
    @Nullable
    Lookups lookups() {
        return reliable ? new Lookups(classes, beside) : null;
    }

    @Override
    public @Nullable ICodeBaseEntry lookupResource(String name) {
        try {
            var found = classPath.find(name);
            classes.put(name, found.map(Libraries::sha256).orElse(ABSENT));
            return found.map(content -> new LibraryClass(this, name, content)).orElse(null);
        } catch (IOException e) {
            reliable = false;
            System.err.println("engine: " + name + " cannot be read: " + e);
            return null;
        }
    }

    /** Whether a module beside declares a class such as {@code shop/Cart}. */
    boolean isBeside(String internalName) {
        return beside.computeIfAbsent(internalName + ClassPath.SUFFIX, classPath::isInFolder);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public ICodeBaseLocator getCodeBaseLocator() {
        throw new UnsupportedOperationException("the class path is no single place");
    }

    @Override
    public void setApplicationCodeBase(boolean application) {
        if (application) {
            throw new IllegalArgumentException("libraries are not analysed themselves");
        }
    }

    @Override
    public boolean isApplicationCodeBase() {
        return false;
    }

    @Override
    public void setHowDiscovered(Discovered how) {
        discovered = how;
    }

    @Override
    public Discovered getHowDiscovered() {
        return discovered;
    }

    @Override
    public boolean containsSourceFiles() {
        return false;
    }

    @Override
    public @Nullable String getPathName() {
        return null;
    }

    @Override
    public void setLastModifiedTime(long time) {
        lastModified = time;
    }

    @Override
    public long getLastModifiedTime() {
        return lastModified;
    }

    @Override
    public void close() {
        // the entries stay open for the next module
    }
}
