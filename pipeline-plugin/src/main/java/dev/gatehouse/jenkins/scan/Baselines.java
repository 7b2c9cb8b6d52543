package dev.gatehouse.jenkins.scan;

import dev.gatehouse.jenkins.page.BuildScans;
import dev.gatehouse.jenkins.result.ScanFolder;
import hudson.Util;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the report to compare with. Only a build whose gate passed is one: compared with a build that failed, what made
 * it fail would be old already.
 */
final class Baselines {
    private static final int LOOK_BACK = 200;

    private Baselines() {}

    /** A report, and the sentence that tells where it is from. */
    record Found(Optional<Path> report, String says) {}

    /**
     * @param wanted what the user said; empty means the target branch for a change request, and else nothing
     * @param target the branch that a change request is for; empty when the build is for none
     */
    static Found find(Run<?, ?> run, String id, String wanted, String target) {
        return switch (wanted) {
            case ScanSettings.PREVIOUS -> in(run.getPreviousBuild(), id, "an earlier build of this job");
            case ScanSettings.TARGET_BRANCH -> targetBranch(run, id, target);
            case "" -> target.isEmpty() ? new Found(Optional.empty(), "") : targetBranch(run, id, target);
            default -> new Found(Optional.empty(), "");
        };
    }

    private static Found targetBranch(Run<?, ?> run, String id, String target) {
        if (target.isEmpty()) {
            return in(run.getPreviousBuild(), id, "an earlier build of this branch");
        }
        ItemGroup<?> branches = run.getParent().getParent();
        var job = sibling(branches, target);
        return job == null
                ? new Found(Optional.empty(), "no baseline: there is no job for the branch " + target)
                : in(job.getLastBuild(), id, "the branch " + target);
    }

    /** The job of another branch; a branch's name is encoded in its job's name. */
    private static @Nullable Job<?, ?> sibling(ItemGroup<?> group, String branch) {
        for (Item item : group.getItems()) {
            if (item instanceof Job<?, ?> job
                    && (job.getName().equals(branch)
                            || job.getName().equals(Util.rawEncode(branch))
                            || job.getDisplayName().equals(branch))) {
                return job;
            }
        }
        return null;
    }

    private static Found in(@Nullable Run<?, ?> newest, String id, String where) {
        Run<?, ?> run = newest;
        for (int builds = 0; run != null && builds < LOOK_BACK; builds++) {
            var passed = BuildScans.find(run, id).filter(scan -> scan.isPassed());
            var folder = ScanFolder.of(run.getRootDir().toPath(), id);
            if (passed.isPresent() && folder.has(ScanFolder.REPORT)) {
                return new Found(
                        Optional.of(folder.file(ScanFolder.REPORT)),
                        "baseline: build %s of %s".formatted(run.getDisplayName(), where));
            }
            run = run.getPreviousBuild();
        }
        return new Found(Optional.empty(), "no baseline: %s has no scan '%s' that passed yet".formatted(where, id));
    }
}
