package dev.gatehouse.engine.sast;

import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/**
 * The {@code Class-Path} of a jar's manifest. The engine would follow it to files that the class path of the build does
 * not have, and whose content is in no key under which an answer is kept (docs/decisions/0040).
 */
final class ManifestClassPath {
    private ManifestClassPath() {}

    /** Whether a jar names others, or has a manifest that cannot be read and might. */
    static boolean isIn(ZipFile jar) {
        var entry = jar.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            return false;
        }
        try (var in = jar.getInputStream(entry)) {
            var named = new Manifest(in).getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named != null && !named.isBlank();
        } catch (IOException e) {
            return true;
        }
    }
}
