package dev.gatehouse.jenkins.scan;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The parameters of a scan as a form or a Pipeline sets them; the same names as the command's options. */
public final class ScanOptions extends AbstractDescribableImpl<ScanOptions> implements Serializable {
    private static final long serialVersionUID = 1L;

    private String directory = "";
    private String only = "";
    private String policy = "";
    private String baseline = "";
    private String target = "";
    private String dast = "";
    private String failOn = "";
    private String id = "";
    private String jdk = "";
    private String heap = "";
    private String onFailure = OnGate.FAILURE.label();
    private String onIncomplete = OnGate.FAILURE.label();
    private int threads;
    private int timeLimit;
    private boolean offline;

    @DataBoundConstructor
    public ScanOptions() {
        // everything has a default
    }

    /** What a job's stored parameters do not name, being older than it or written by hand, has its default. */
    private Object readResolve() {
        setDirectory(directory);
        setOnly(only);
        setPolicy(policy);
        setBaseline(baseline);
        setTarget(target);
        setDast(dast);
        setFailOn(failOn);
        setId(id);
        setJdk(jdk);
        setHeap(heap);
        setOnFailure(stored(onFailure));
        setOnIncomplete(stored(onIncomplete));
        return this;
    }

    private static String stored(@Nullable String effect) {
        return effect == null ? OnGate.FAILURE.label() : effect;
    }

    ScanSettings settings() {
        return new ScanSettings(
                directory,
                ScanSettings.parts(only),
                policy,
                baseline,
                target,
                failOn,
                dast,
                heap,
                offline,
                threads,
                timeLimit);
    }

    /** What to scan, in the workspace; the workspace itself by default. */
    public String getDirectory() {
        return directory;
    }

    @DataBoundSetter
    public void setDirectory(String value) {
        directory = Util.fixNull(value).strip();
    }

    /** Scanners to run, such as {@code sast, sca}; all by default. */
    public String getOnly() {
        return only;
    }

    @DataBoundSetter
    public void setOnly(String value) {
        only = Util.fixNull(value).strip();
    }

    /** Policy file in the workspace; {@code .gatehouse.yml} of the directory by default. */
    public String getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(String value) {
        policy = Util.fixNull(value).strip();
    }

    /** {@code previous}, {@code target-branch} or a file in the workspace. */
    public String getBaseline() {
        return baseline;
    }

    @DataBoundSetter
    public void setBaseline(String value) {
        baseline = Util.fixNull(value).strip();
    }

    /** Address of the running application, which dast looks at. */
    public String getTarget() {
        return target;
    }

    @DataBoundSetter
    public void setTarget(String value) {
        target = Util.fixNull(value).strip();
    }

    /** How deep dast looks: {@code baseline}, {@code quick} or {@code full}. */
    public String getDast() {
        return dast;
    }

    @DataBoundSetter
    public void setDast(String value) {
        dast = Util.fixNull(value).strip();
    }

    /** Severity from which on any finding breaks the gate, besides the policy. */
    public String getFailOn() {
        return failOn;
    }

    @DataBoundSetter
    public void setFailOn(String value) {
        failOn = Util.fixNull(value).strip();
    }

    /** By which pages and later builds know this scan; the parallel branch, or {@code scan}. */
    public String getId() {
        return id;
    }

    @DataBoundSetter
    public void setId(String value) {
        id = Util.fixNull(value).strip();
    }

    /** Name of a JDK that Jenkins manages; the one of the build by default. */
    public String getJdk() {
        return jdk;
    }

    @DataBoundSetter
    public void setJdk(String value) {
        jdk = Util.fixNull(value).strip();
    }

    /** Memory of the command, such as {@code 512m}. */
    public String getHeap() {
        return heap;
    }

    @DataBoundSetter
    public void setHeap(String value) {
        heap = Util.fixNull(value).strip();
    }

    /** What a failed gate makes of the build: {@code failure}, {@code unstable} or {@code nothing}. */
    public String getOnFailure() {
        return onFailure;
    }

    @DataBoundSetter
    public void setOnFailure(String value) {
        onFailure = OnGate.of("onFailure", Util.fixNull(value).strip()).label();
    }

    /** The same for an incomplete scan. */
    public String getOnIncomplete() {
        return onIncomplete;
    }

    @DataBoundSetter
    public void setOnIncomplete(String value) {
        onIncomplete = OnGate.of("onIncomplete", Util.fixNull(value).strip()).label();
    }

    /** Modules analysed at once; 0 for what the command thinks right. */
    public int getThreads() {
        return threads;
    }

    @DataBoundSetter
    public void setThreads(int value) {
        threads = value;
    }

    /** Minutes for each scanner; 0 for the default. */
    public int getTimeLimit() {
        return timeLimit;
    }

    @DataBoundSetter
    public void setTimeLimit(int value) {
        timeLimit = value;
    }

    /** Whether the scan uses no network. */
    public boolean isOffline() {
        return offline;
    }

    @DataBoundSetter
    public void setOffline(boolean value) {
        offline = value;
    }

    /** Names the parameters in forms. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<ScanOptions> {
        @Override
        public String getDisplayName() {
            return "Security scan";
        }
    }
}
