package dev.gatehouse.jenkins.release;

import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.Serializable;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code releaseGate} in a Pipeline: proposes a version in a {@code node}, and waits for people outside of one. Where it
 * waits it holds a thread of nobody.
 */
public final class ReleaseGateStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DEFAULT_MINUTES = 7 * 24 * 60;

    private final String app;
    private final String platform;
    private final String version;
    private String product = "";
    private String channel = "stable";
    private String artifacts = "";
    private String scan = "";
    private String policy = ".gatehouse.yml";
    private String commit = "HEAD";
    private String hotfix = "";
    private String jdk = "";
    private int timeLimit = DEFAULT_MINUTES;
    private boolean waiting = true;
    private boolean failing = true;

    @DataBoundConstructor
    public ReleaseGateStep(String app, String platform, String version) {
        this.app = Util.fixNull(app).strip();
        this.platform = Util.fixNull(platform).strip();
        this.version = Util.fixNull(version).strip();
    }

    @Override
    public StepExecution start(StepContext context) {
        return new ReleaseGateExecution(context, this);
    }

    public String getApp() {
        return app;
    }

    public String getPlatform() {
        return platform;
    }

    public String getVersion() {
        return version;
    }

    /** One of {@code release.products}, where a repository has several. */
    public String getProduct() {
        return product;
    }

    @DataBoundSetter
    public void setProduct(String value) {
        product = Util.fixNull(value).strip();
    }

    /** Channel of the app. */
    public String getChannel() {
        return channel;
    }

    @DataBoundSetter
    public void setChannel(String value) {
        channel = Util.fixNull(value).isBlank() ? "stable" : value.strip();
    }

    /** Files to release: patterns with commas between them. */
    public String getArtifacts() {
        return artifacts;
    }

    @DataBoundSetter
    public void setArtifacts(String value) {
        artifacts = Util.fixNull(value).strip();
    }

    /** Id of the scan of this build; empty for the only one. */
    public String getScan() {
        return scan;
    }

    @DataBoundSetter
    public void setScan(String value) {
        scan = Util.fixNull(value).strip();
    }

    /** Policy file in the workspace. */
    public String getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(String value) {
        policy = Util.fixNull(value).isBlank() ? ".gatehouse.yml" : value.strip();
    }

    /** The commit that is released. */
    public String getCommit() {
        return commit;
    }

    @DataBoundSetter
    public void setCommit(String value) {
        commit = Util.fixNull(value).isBlank() ? "HEAD" : value.strip();
    }

    /** The reason for going by the hotfix lane; empty for the usual way. */
    public String getHotfix() {
        return hotfix;
    }

    @DataBoundSetter
    public void setHotfix(String value) {
        hotfix = Util.fixNull(value).strip();
    }

    /** A JDK that Jenkins manages, for the command that asks Jira. */
    public String getJdk() {
        return jdk;
    }

    @DataBoundSetter
    public void setJdk(String value) {
        jdk = Util.fixNull(value).strip();
    }

    /** Minutes that people are waited for. */
    public int getTimeLimit() {
        return timeLimit;
    }

    @DataBoundSetter
    public void setTimeLimit(int value) {
        timeLimit = value;
    }

    /** Whether to wait; without, the candidate is only proposed. */
    public boolean isWaiting() {
        return waiting;
    }

    @DataBoundSetter
    public void setWaiting(boolean value) {
        waiting = value;
    }

    /** Whether the build fails when it is not approved; without, the decision is returned. */
    public boolean isFailing() {
        return failing;
    }

    @DataBoundSetter
    public void setFailing(boolean value) {
        failing = value;
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        public DescriptorImpl() {
            // named once, the permissions stand on the pages that grant them
            GatePermissions.APPROVE.getId();
        }

        @Override
        public String getFunctionName() {
            return "releaseGate";
        }

        @Override
        public String getDisplayName() {
            return "Release gate (Gatehouse)";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }
    }
}
