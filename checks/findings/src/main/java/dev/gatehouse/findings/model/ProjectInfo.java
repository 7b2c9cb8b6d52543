package dev.gatehouse.findings.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was scanned.
 *
 * @param kind how it was recognised: {@code maven}, {@code gradle}, {@code folder}, {@code archive}, {@code cyclonedx}
 * @param directory absolute path on the machine that scanned
 * @param commit id of the checked-out git commit, if there is one
 * @param taken sentences on what discovery found and took
 */
public record ProjectInfo(
        String name,
        String kind,
        String directory,
        @Nullable String commit,
        @Nullable String branch,
        List<ModuleInfo> modules,
        List<String> taken) {
    public ProjectInfo {
        modules = List.copyOf(modules);
        taken = List.copyOf(taken);
    }

    /**
     * A part of the project that is compiled for itself.
     *
     * @param classes number of class files
     * @param dependencies number of libraries on its run-time class path
     */
    public record ModuleInfo(String name, int classes, int dependencies) {}
}
