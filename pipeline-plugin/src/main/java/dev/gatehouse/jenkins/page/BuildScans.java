package dev.gatehouse.jenkins.page;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.jenkins.result.ScanFolder;
import dev.gatehouse.jenkins.result.ScanSummary;
import hudson.AbortException;
import hudson.model.Action;
import hudson.model.Run;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.tasks.SimpleBuildStep;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A build's scans, at {@code gatehouse/} below the build; each has a page of its own below that. */
@ExportedBean
public final class BuildScans extends BuildPages implements SimpleBuildStep.LastBuildAction {
    static final String URL = "gatehouse";
    static final String ICON = "symbol-shield-warning";

    private final List<ScanSummary> scans = new ArrayList<>();

    private transient @Nullable Map<String, SoftReference<Report>> reports;

    /** Records a scan on a build; branches of a build may do so at once. */
    public static void record(Run<?, ?> build, ScanSummary scan) throws IOException {
        synchronized (build) {
            var action = build.getAction(BuildScans.class);
            if (action == null) {
                action = new BuildScans();
                action.add(scan);
                build.addAction(action);
            } else {
                action.add(scan);
            }
        }
        build.save();
    }

    /** What a build has recorded under an id. */
    public static Optional<ScanSummary> find(Run<?, ?> build, String id) {
        return Optional.ofNullable(build.getAction(BuildScans.class)).flatMap(action -> action.find(id));
    }

    /**
     * The report of one of a build's scans, as the build keeps it.
     *
     * @param id empty where there is only one
     * @param step who asks, for messages
     */
    public static Path report(Run<?, ?> build, String id, String step) throws AbortException {
        var action = build.getAction(BuildScans.class);
        var ids = action == null
                ? List.<String>of()
                : action.getScans().stream().map(ScanSummary::getId).toList();
        var wanted = id.isEmpty() && ids.size() == 1 ? ids.get(0) : id;
        if (!ids.contains(wanted)) {
            throw new AbortException(
                    ids.isEmpty()
                            ? step + ": this build has no scan; run securityScan before"
                            : "%s: scan: name one of this build's scans: %s".formatted(step, String.join(", ", ids)));
        }
        return ScanFolder.of(build.getRootDir().toPath(), wanted).file(ScanFolder.REPORT);
    }

    @Exported(visibility = 2)
    public synchronized List<ScanSummary> getScans() {
        return List.copyOf(scans);
    }

    private synchronized void add(ScanSummary scan) {
        scans.add(scan);
    }

    public Optional<ScanSummary> find(String id) {
        return getScans().stream().filter(scan -> scan.getId().equals(id)).findFirst();
    }

    /** The page of a scan; none for what was not recorded, so that no other folder is ever opened. */
    public @Nullable ScanPage getDynamic(String id) {
        return find(id).map(scan -> new ScanPage(this, scan)).orElse(null);
    }

    /** A scan's report; kept in memory as long as there is room. */
    public Report report(ScanSummary scan) {
        var known = known().get(scan.getId());
        var report = known == null ? null : known.get();
        if (report == null) {
            report = folder(scan).report();
            known().put(scan.getId(), new SoftReference<>(report));
        }
        return report;
    }

    public ScanFolder folder(ScanSummary scan) {
        return ScanFolder.of(getRun().getRootDir().toPath(), scan.getId());
    }

    @Override
    public Collection<? extends Action> getProjectActions() {
        return List.of(new JobTrend(getRun().getParent()));
    }

    @Override
    public String getIconFileName() {
        return ICON;
    }

    @Override
    public String getDisplayName() {
        return "Security";
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    private synchronized Map<String, SoftReference<Report>> known() {
        if (reports == null) {
            reports = new ConcurrentHashMap<>();
        }
        return reports;
    }
}
