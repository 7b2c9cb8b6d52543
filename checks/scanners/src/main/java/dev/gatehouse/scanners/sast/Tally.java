package dev.gatehouse.scanners.sast;

import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.project.Project;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins the progress of all modules into one: a module counts for a thousand parts. */
final class Tally {
    private static final String TASK = "sast";
    private static final int PARTS = 1000;

    private final Progress progress;
    private final int modules;
    private final Map<Project.Module, Long> parts = new HashMap<>();
    private int started;

    Tally(Progress progress, List<Project.Module> modules) {
        this.progress = progress;
        this.modules = modules.size();
    }

    synchronized void starts(Project.Module module) {
        started++;
        tell(module, "comparing with the cache");
    }

    synchronized void at(Project.Module module, String doing, long done, long total) {
        parts.put(module, total <= 0 ? 0 : PARTS * Math.min(done, total) / total);
        tell(module, total <= 0 ? doing : "%s, %d of %d".formatted(doing, done, total));
    }

    synchronized void ends(Project.Module module) {
        parts.put(module, (long) PARTS);
        tell(module, "done");
    }

    private void tell(Project.Module module, String doing) {
        long done = parts.values().stream().mapToLong(Long::longValue).sum();
        var which = modules == 1 ? module.name() : "%s (%d of %d)".formatted(module.name(), started, modules);
        progress.at(TASK, which + ": " + doing, done, (long) PARTS * modules);
    }
}
