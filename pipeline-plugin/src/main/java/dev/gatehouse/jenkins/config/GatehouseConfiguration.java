package dev.gatehouse.jenkins.config;

import hudson.AbortException;
import hudson.Extension;
import hudson.ExtensionList;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;

/** The section Gatehouse under Manage Jenkins » System; as code, {@code unclassified: gatehouse:}. */
@Extension
@Symbol("gatehouse")
public final class GatehouseConfiguration extends GatehouseForm {
    private static final int HOURS_OF_A_YEAR = 366 * 24;

    private String vulnerabilityDatabase = "";
    private String vulnerabilityDatabaseCredentialsId = "";
    private int vulnerabilityDatabaseUpdateHours;
    private String vulnerabilityDatabaseMirror = "";
    private String nvdCredentialsId = "";
    private String policyFloor = "";
    private String jiraSite = "";
    private String jiraCredentialsId = "";
    private String jiraTestProject = "";
    private String githubApi = "";
    private String githubCredentialsId = "";
    private String githubTestRepository = "";
    private String outboxPlace = "";
    private String outboxCredentialsId = "";
    private String serverUrl = "";
    private String serverCredentialsId = "";
    private boolean appVersionsEndpoint;
    private String signingCredentialsId = "";

    public GatehouseConfiguration() {
        load();
    }

    public static GatehouseConfiguration get() {
        return ExtensionList.lookupSingleton(GatehouseConfiguration.class);
    }

    @Override
    GatehouseConfiguration values() {
        return this;
    }

    /** Where scans look vulnerabilities up. */
    public VulnerabilityDatabase database() {
        return new VulnerabilityDatabase(vulnerabilityDatabase, vulnerabilityDatabaseCredentialsId);
    }

    public UpdatePlan updates() {
        return new UpdatePlan(vulnerabilityDatabaseUpdateHours, vulnerabilityDatabaseMirror, nvdCredentialsId);
    }

    public TrackerAccess jira() {
        return TrackerAccess.jira(jiraSite, jiraCredentialsId);
    }

    public TrackerAccess github() {
        return TrackerAccess.github(githubApi, githubCredentialsId);
    }

    public SharedOutbox outbox() {
        return new SharedOutbox(outboxPlace, outboxCredentialsId);
    }

    public ServerAccess server() {
        return new ServerAccess(serverUrl, serverCredentialsId);
    }

    /** The server where a gate was proposed, with the token for the one that is set: it goes to no other. */
    public ServerAccess serverAt(String address) throws AbortException {
        if (!serverUrl.equals(address)) {
            throw new AbortException("Gatehouse: the server is %s now, and this gate waits at %s"
                    .formatted(serverUrl.isEmpty() ? "none" : serverUrl, address));
        }
        return server();
    }

    /** Empty for what comes along, a directory of agents, or {@code jdbc:postgresql:…}. */
    public String getVulnerabilityDatabase() {
        return vulnerabilityDatabase;
    }

    @DataBoundSetter
    public void setVulnerabilityDatabase(String value) {
        vulnerabilityDatabase = line(value);
        save();
    }

    /** Id of the credentials of a database server. */
    public String getVulnerabilityDatabaseCredentialsId() {
        return vulnerabilityDatabaseCredentialsId;
    }

    @DataBoundSetter
    public void setVulnerabilityDatabaseCredentialsId(String value) {
        vulnerabilityDatabaseCredentialsId = line(value);
        save();
    }

    /** Hours between two updates by the controller; 0 for none. */
    public int getVulnerabilityDatabaseUpdateHours() {
        return vulnerabilityDatabaseUpdateHours;
    }

    @DataBoundSetter
    public void setVulnerabilityDatabaseUpdateHours(int value) {
        vulnerabilityDatabaseUpdateHours = Math.max(0, Math.min(value, HOURS_OF_A_YEAR));
        save();
    }

    /** Where the NVD's files are copied to; empty for the NVD itself. */
    public String getVulnerabilityDatabaseMirror() {
        return vulnerabilityDatabaseMirror;
    }

    @DataBoundSetter
    public void setVulnerabilityDatabaseMirror(String value) {
        vulnerabilityDatabaseMirror = line(value);
        save();
    }

    /** Id of the key for the NVD's API. */
    public String getNvdCredentialsId() {
        return nvdCredentialsId;
    }

    @DataBoundSetter
    public void setNvdCredentialsId(String value) {
        nvdCredentialsId = line(value);
        save();
    }

    /** The organisation's policy as YAML, which no repository's can make looser; empty for none. */
    public String getPolicyFloor() {
        return policyFloor;
    }

    @DataBoundSetter
    public void setPolicyFloor(@Nullable String value) {
        policyFloor = value == null ? "" : value;
        save();
    }

    /** Where Jira is, such as {@code https://example.atlassian.net}. */
    public String getJiraSite() {
        return jiraSite;
    }

    @DataBoundSetter
    public void setJiraSite(String value) {
        jiraSite = line(value);
        save();
    }

    /** Id of the token for Jira. */
    public String getJiraCredentialsId() {
        return jiraCredentialsId;
    }

    @DataBoundSetter
    public void setJiraCredentialsId(String value) {
        jiraCredentialsId = line(value);
        save();
    }

    /** Key of the project that the button tries. */
    public String getJiraTestProject() {
        return jiraTestProject;
    }

    @DataBoundSetter
    public void setJiraTestProject(String value) {
        jiraTestProject = line(value);
        save();
    }

    /** The REST API of GitHub; empty to go by the repository's remote. */
    public String getGithubApi() {
        return githubApi;
    }

    @DataBoundSetter
    public void setGithubApi(String value) {
        githubApi = line(value);
        save();
    }

    /** Id of the token for GitHub. */
    public String getGithubCredentialsId() {
        return githubCredentialsId;
    }

    @DataBoundSetter
    public void setGithubCredentialsId(String value) {
        githubCredentialsId = line(value);
        save();
    }

    /** The repository that the button tries. */
    public String getGithubTestRepository() {
        return githubTestRepository;
    }

    @DataBoundSetter
    public void setGithubTestRepository(String value) {
        githubTestRepository = line(value);
        save();
    }

    /** Empty for a file of each machine, a path on each, or {@code jdbc:postgresql:…} for one that all share. */
    public String getOutboxPlace() {
        return outboxPlace;
    }

    @DataBoundSetter
    public void setOutboxPlace(String value) {
        outboxPlace = line(value);
        save();
    }

    /** Id of the password of the outbox's database. */
    public String getOutboxCredentialsId() {
        return outboxCredentialsId;
    }

    @DataBoundSetter
    public void setOutboxCredentialsId(String value) {
        outboxCredentialsId = line(value);
        save();
    }

    /** The Gatehouse server that decides on releases; empty for the controller's ledger. */
    public String getServerUrl() {
        return serverUrl;
    }

    @DataBoundSetter
    public void setServerUrl(String value) {
        serverUrl = line(value).replaceAll("/+$", "");
        save();
    }

    /** Id of the API token for the server. */
    public String getServerCredentialsId() {
        return serverCredentialsId;
    }

    @DataBoundSetter
    public void setServerCredentialsId(String value) {
        serverCredentialsId = line(value);
        save();
    }

    /** Whether {@code app-versions/} answers, to everybody. */
    public boolean isAppVersionsEndpoint() {
        return appVersionsEndpoint;
    }

    @DataBoundSetter
    public void setAppVersionsEndpoint(boolean value) {
        appVersionsEndpoint = value;
        save();
    }

    /** Id of the passphrase of the keys that sign what {@code app-versions/} serves. */
    public String getSigningCredentialsId() {
        return signingCredentialsId;
    }

    @DataBoundSetter
    public void setSigningCredentialsId(String value) {
        signingCredentialsId = line(value);
        save();
    }

    /** A form or a file may leave a value out. */
    private static String line(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
