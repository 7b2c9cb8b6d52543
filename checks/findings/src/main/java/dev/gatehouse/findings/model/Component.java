package dev.gatehouse.findings.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library of the project, for the dependency tree and the bill of materials.
 *
 * @param purl package URL; identifies the component within a report
 * @param file where it is, as in {@link Location.Dependency#file()}; none where only a BOM or lock file names it
 * @param sha1 and sha256 of the file, lower-case hexadecimal
 * @param licenses SPDX identifiers or names, as declared
 * @param modules that have it on their class path
 * @param direct true when a module of the project asks for it itself
 * @param dependsOn package URLs of the components that it asks for
 */
public record Component(
        String purl,
        @Nullable String group,
        String name,
        String version,
        @Nullable String file,
        @Nullable String sha1,
        @Nullable String sha256,
        List<String> licenses,
        List<String> modules,
        boolean direct,
        List<String> dependsOn) {
    public Component {
        licenses = List.copyOf(licenses);
        modules = List.copyOf(modules);
        dependsOn = List.copyOf(dependsOn);
    }
}
