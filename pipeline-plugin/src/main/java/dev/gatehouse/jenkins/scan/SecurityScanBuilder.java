package dev.gatehouse.jenkins.scan;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import java.io.IOException;
import java.util.List;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.stapler.DataBoundConstructor;

/** The scan as a build step of a Freestyle job. */
public final class SecurityScanBuilder extends Builder implements SimpleBuildStep {
    private final ScanOptions options;

    @DataBoundConstructor
    public SecurityScanBuilder(ScanOptions options) {
        this.options = options;
    }

    /** A job that was written by hand may name no parameter at all. */
    @SuppressWarnings("unused") // called when a job is read
    private Object readResolve() {
        return options == null ? new SecurityScanBuilder(new ScanOptions()) : this;
    }

    public ScanOptions getOptions() {
        return options;
    }

    @Override
    public void perform(
            Run<?, ?> run, FilePath workspace, EnvVars environment, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        var place = new BuildPlace(run, workspace, environment, launcher, listener, List.of());
        var summary = new RecordedScanTask(place, options).run();
        var consequence = Consequence.of(summary, options);
        switch (consequence.effect()) {
            case FAILURE -> throw new AbortException(consequence.sentence());
            case UNSTABLE -> {
                place.tell(consequence.sentence());
                run.setResult(Result.UNSTABLE);
            }
            case NOTHING -> {
                // the log has the verdict already
            }
        }
    }

    /** Offers the build step in every kind of project. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        @SuppressWarnings("rawtypes") // as Jenkins declares it
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }

        @Override
        public String getDisplayName() {
            return "Security scan (Gatehouse)";
        }
    }
}
