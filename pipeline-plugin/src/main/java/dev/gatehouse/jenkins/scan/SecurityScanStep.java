package dev.gatehouse.jenkins.scan;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code securityScan} in a Pipeline: scans, records the report on the build and returns the result. */
public final class SecurityScanStep extends Step {
    private final ScanOptions options = new ScanOptions();

    @DataBoundConstructor
    public SecurityScanStep() {
        // every parameter is optional
    }

    @Override
    public StepExecution start(StepContext context) {
        return new SecurityScanExecution(context, options);
    }

    public String getDirectory() {
        return options.getDirectory();
    }

    @DataBoundSetter
    public void setDirectory(String value) {
        options.setDirectory(value);
    }

    public String getOnly() {
        return options.getOnly();
    }

    @DataBoundSetter
    public void setOnly(String value) {
        options.setOnly(value);
    }

    public String getPolicy() {
        return options.getPolicy();
    }

    @DataBoundSetter
    public void setPolicy(String value) {
        options.setPolicy(value);
    }

    public String getBaseline() {
        return options.getBaseline();
    }

    @DataBoundSetter
    public void setBaseline(String value) {
        options.setBaseline(value);
    }

    public String getTarget() {
        return options.getTarget();
    }

    @DataBoundSetter
    public void setTarget(String value) {
        options.setTarget(value);
    }

    public String getDast() {
        return options.getDast();
    }

    @DataBoundSetter
    public void setDast(String value) {
        options.setDast(value);
    }

    public String getFailOn() {
        return options.getFailOn();
    }

    @DataBoundSetter
    public void setFailOn(String value) {
        options.setFailOn(value);
    }

    public String getId() {
        return options.getId();
    }

    @DataBoundSetter
    public void setId(String value) {
        options.setId(value);
    }

    public String getJdk() {
        return options.getJdk();
    }

    @DataBoundSetter
    public void setJdk(String value) {
        options.setJdk(value);
    }

    public String getHeap() {
        return options.getHeap();
    }

    @DataBoundSetter
    public void setHeap(String value) {
        options.setHeap(value);
    }

    public String getOnFailure() {
        return options.getOnFailure();
    }

    @DataBoundSetter
    public void setOnFailure(String value) {
        options.setOnFailure(value);
    }

    public String getOnIncomplete() {
        return options.getOnIncomplete();
    }

    @DataBoundSetter
    public void setOnIncomplete(String value) {
        options.setOnIncomplete(value);
    }

    public int getThreads() {
        return options.getThreads();
    }

    @DataBoundSetter
    public void setThreads(int value) {
        options.setThreads(value);
    }

    public int getTimeLimit() {
        return options.getTimeLimit();
    }

    @DataBoundSetter
    public void setTimeLimit(int value) {
        options.setTimeLimit(value);
    }

    public boolean isOffline() {
        return options.isOffline();
    }

    @DataBoundSetter
    public void setOffline(boolean value) {
        options.setOffline(value);
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "securityScan";
        }

        @Override
        public String getDisplayName() {
            return "Security scan (Gatehouse)";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class);
        }
    }
}
