package dev.gatehouse.engine.sast;

import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import java.io.IOException;

/**
 * The engine with our class path in place of its own, which would open and list every jar again for each module. Being
 * added first, it is asked before the JDK, as the entries of the engine's own would be.
 */
final class FindBugsOnLibraries extends FindBugs2 {
    private final Libraries libraries;

    FindBugsOnLibraries(Libraries libraries) {
        this.libraries = libraries;
    }

    @Override
    protected IAnalysisCache createAnalysisCache() throws IOException {
        var cache = super.createAnalysisCache();
        cache.getClassPath().addCodeBase(libraries);
        return cache;
    }
}
