package dev.gatehouse.jenkins.link;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
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

/** {@code linkFindings} in a Pipeline: tells Jira and GitHub what a scan of this build found. */
public final class LinkFindingsStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DEFAULT_WAIT = 30;

    private String to = "";
    private String scan = "";
    private String directory = "";
    private String jdk = "";
    private int wait = DEFAULT_WAIT;

    @DataBoundConstructor
    public LinkFindingsStep() {
        // every parameter is optional
    }

    @Override
    public StepExecution start(StepContext context) {
        return new LinkFindingsExecution(context, this);
    }

    /** {@code jira}, {@code github} or both with a comma; empty for all that have credentials. */
    public String getTo() {
        return to;
    }

    @DataBoundSetter
    public void setTo(String value) {
        to = Util.fixNull(value).strip();
    }

    /** Id of the scan of this build; empty for the only one. */
    public String getScan() {
        return scan;
    }

    @DataBoundSetter
    public void setScan(String value) {
        scan = Util.fixNull(value).strip();
    }

    /** The project in the workspace; empty for the workspace. */
    public String getDirectory() {
        return directory;
    }

    @DataBoundSetter
    public void setDirectory(String value) {
        directory = Util.fixNull(value).strip();
    }

    /** A JDK that Jenkins manages. */
    public String getJdk() {
        return jdk;
    }

    @DataBoundSetter
    public void setJdk(String value) {
        jdk = Util.fixNull(value).strip();
    }

    /** Seconds to talk to each; what is not done then waits in the outbox. */
    public int getWait() {
        return wait;
    }

    @DataBoundSetter
    public void setWait(int value) {
        wait = value;
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "linkFindings";
        }

        @Override
        public String getDisplayName() {
            return "Tell Jira and GitHub what a scan found (Gatehouse)";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class);
        }
    }
}
