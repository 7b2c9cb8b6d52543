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

/** {@code publishClientVersion} in a Pipeline: records after a roll-out that an approved version is out. */
public final class PublishClientVersionStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String app;
    private final String platform;
    private final String version;
    private String channel = "stable";
    private String artifacts = "";
    private String storeLiveAt = "";
    private String hotfix = "";
    private String policy = ".gatehouse.yml";
    private String product = "";
    private String jdk = "";

    @DataBoundConstructor
    public PublishClientVersionStep(String app, String platform, String version) {
        this.app = Util.fixNull(app).strip();
        this.platform = Util.fixNull(platform).strip();
        this.version = Util.fixNull(version).strip();
    }

    @Override
    public StepExecution start(StepContext context) {
        return new PublishClientVersionExecution(context, this);
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

    /** Channel of the app. */
    public String getChannel() {
        return channel;
    }

    @DataBoundSetter
    public void setChannel(String value) {
        channel = Util.fixNull(value).isBlank() ? "stable" : value.strip();
    }

    /** What is rolled out: patterns with commas between them; must be exactly what was approved. Empty: not compared. */
    public String getArtifacts() {
        return artifacts;
    }

    @DataBoundSetter
    public void setArtifacts(String value) {
        artifacts = Util.fixNull(value).strip();
    }

    /** When the store serves it to everybody, such as {@code 2026-05-04T09:00:00Z}; empty for now. */
    public String getStoreLiveAt() {
        return storeLiveAt;
    }

    @DataBoundSetter
    public void setStoreLiveAt(String value) {
        storeLiveAt = Util.fixNull(value).strip();
    }

    /** The reason for going by the hotfix lane; empty for the usual way. */
    public String getHotfix() {
        return hotfix;
    }

    @DataBoundSetter
    public void setHotfix(String value) {
        hotfix = Util.fixNull(value).strip();
    }

    /** Policy file in the workspace, where the build had no gate. */
    public String getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(String value) {
        policy = Util.fixNull(value).isBlank() ? ".gatehouse.yml" : value.strip();
    }

    /** One of {@code release.products}, where a repository has several and Jira is told of releases. */
    public String getProduct() {
        return product;
    }

    @DataBoundSetter
    public void setProduct(String value) {
        product = Util.fixNull(value).strip();
    }

    /** A JDK that Jenkins manages, for the command that asks and tells Jira. */
    public String getJdk() {
        return jdk;
    }

    @DataBoundSetter
    public void setJdk(String value) {
        jdk = Util.fixNull(value).strip();
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "publishClientVersion";
        }

        @Override
        public String getDisplayName() {
            return "Publish a client version (Gatehouse)";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }
    }
}
