package dev.gatehouse.engine.sast;

import dev.gatehouse.engine.protocol.EngineLoop;
import edu.umd.cs.findbugs.FindBugsProgress;
import java.util.Arrays;

/** Tells how many classes are done; each counts once for every pass that the engine makes over it. */
final class ClassCount implements FindBugsProgress {
    private static final int STEP = 10;

    private final EngineLoop.Reporter progress;
    private long done;
    private long total;

    ClassCount(EngineLoop.Reporter progress) {
        this.progress = progress;
    }

    @Override
    public void predictPassCount(int[] classesPerPass) {
        total = Arrays.stream(classesPerPass).asLongStream().sum();
        tell();
    }

    @Override
    public void finishClass() {
        done++;
        if (done % STEP == 0) {
            tell();
        }
    }

    private void tell() {
        progress.at("analysing classes", Math.min(done, total), total);
    }

    @Override
    public void finishPerClassAnalysis() {
        tell();
    }

    @Override
    public void reportNumberOfArchives(int archives) {
        progress.at("reading the class path", 0, 0);
    }

    @Override
    public void startArchive(String name) {
        // an archive of the class path is opened in a moment
    }

    @Override
    public void finishArchive() {
        // as above
    }

    @Override
    public void startAnalysis(int classes) {
        // the number of passes is what counts, see predictPassCount
    }
}
