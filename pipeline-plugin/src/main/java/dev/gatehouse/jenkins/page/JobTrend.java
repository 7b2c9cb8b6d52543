package dev.gatehouse.jenkins.page;

import dev.gatehouse.jenkins.result.ScanSummary;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A job's scans over its last builds, at {@code gatehouse/} below the job, with a chart on the job's page. */
@ExportedBean
public final class JobTrend implements Action, StaplerProxy {
    private static final int BUILDS = 40;

    private final Job<?, ?> job;

    JobTrend(Job<?, ?> job) {
        this.job = job;
    }

    public Job<?, ?> getJob() {
        return job;
    }

    /** The newest builds that have scans, oldest first. */
    @Exported(visibility = 2)
    public List<TrendPoint> getPoints() {
        var points = new ArrayList<TrendPoint>();
        for (Run<?, ?> run = job.getLastBuild(); run != null && points.size() < BUILDS; run = run.getPreviousBuild()) {
            var action = run.getAction(BuildScans.class);
            if (action != null) {
                points.add(0, point(run, action.getScans()));
            }
        }
        return points;
    }

    private static TrendPoint point(Run<?, ?> run, List<ScanSummary> scans) {
        return TrendPoint.of(run.getNumber(), scans);
    }

    public TrendChart getChart() {
        return new TrendChart(getPoints());
    }

    /** The newest build's scans; none before the first one. */
    public @Nullable BuildScans getLast() {
        for (Run<?, ?> run = job.getLastBuild(); run != null; run = run.getPreviousBuild()) {
            var action = run.getAction(BuildScans.class);
            if (action != null) {
                return action;
            }
        }
        return null;
    }

    public Api getApi() {
        return new Api(this);
    }

    @Override
    public Object getTarget() {
        job.checkPermission(Item.READ);
        return this;
    }

    @Override
    public String getIconFileName() {
        return BuildScans.ICON;
    }

    @Override
    public String getDisplayName() {
        return "Security trend";
    }

    @Override
    public String getUrlName() {
        return BuildScans.URL;
    }
}
