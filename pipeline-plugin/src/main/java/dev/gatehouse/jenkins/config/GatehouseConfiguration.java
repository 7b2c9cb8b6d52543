package dev.gatehouse.jenkins.config;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.ItemGroup;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The section Gatehouse under Manage Jenkins » System; as code, {@code unclassified: gatehouse:}. */
@Extension
@Symbol("gatehouse")
public final class GatehouseConfiguration extends GlobalConfiguration {
    private String vulnerabilityDatabase = "";
    private String vulnerabilityDatabaseCredentialsId = "";
    private String policyFloor = "";
    private String jiraSite = "";
    private String jiraCredentialsId = "";
    private String githubApi = "";
    private String githubCredentialsId = "";

    public GatehouseConfiguration() {
        load();
    }

    public static GatehouseConfiguration get() {
        return ExtensionList.lookupSingleton(GatehouseConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return "Gatehouse";
    }

    /** Where scans look vulnerabilities up. */
    public VulnerabilityDatabase database() {
        return new VulnerabilityDatabase(vulnerabilityDatabase, vulnerabilityDatabaseCredentialsId);
    }

    /** Empty for what comes along, a directory of agents, or {@code jdbc:postgresql:…}. */
    public String getVulnerabilityDatabase() {
        return vulnerabilityDatabase;
    }

    @DataBoundSetter
    public void setVulnerabilityDatabase(String value) {
        vulnerabilityDatabase = Util.fixNull(value).strip();
        save();
    }

    /** Id of the credentials of a database server. */
    public String getVulnerabilityDatabaseCredentialsId() {
        return vulnerabilityDatabaseCredentialsId;
    }

    @DataBoundSetter
    public void setVulnerabilityDatabaseCredentialsId(String value) {
        vulnerabilityDatabaseCredentialsId = Util.fixNull(value).strip();
        save();
    }

    /** The organisation's policy as YAML, which no repository's can make looser; empty for none. */
    public String getPolicyFloor() {
        return policyFloor;
    }

    @DataBoundSetter
    public void setPolicyFloor(String value) {
        policyFloor = Util.fixNull(value);
        save();
    }

    /** Where Jira is, such as {@code https://example.atlassian.net}. */
    public String getJiraSite() {
        return jiraSite;
    }

    @DataBoundSetter
    public void setJiraSite(String value) {
        jiraSite = Util.fixNull(value).strip();
        save();
    }

    /** Whether a token may go there. */
    @POST
    public FormValidation doCheckJiraSite(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return FormChecks.address(value).map(FormValidation::error).orElseGet(FormValidation::ok);
    }

    /** Id of the token for Jira. */
    public String getJiraCredentialsId() {
        return jiraCredentialsId;
    }

    @DataBoundSetter
    public void setJiraCredentialsId(String value) {
        jiraCredentialsId = Util.fixNull(value).strip();
        save();
    }

    /** Secret texts, and users with passwords; administrators only. */
    @POST
    public ListBoxModel doFillJiraCredentialsIdItems() {
        return tokens(jiraCredentialsId);
    }

    /** The REST API of GitHub; empty to go by the repository's remote. */
    public String getGithubApi() {
        return githubApi;
    }

    @DataBoundSetter
    public void setGithubApi(String value) {
        githubApi = Util.fixNull(value).strip();
        save();
    }

    /** Whether a token may go there. */
    @POST
    public FormValidation doCheckGithubApi(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return FormChecks.address(value).map(FormValidation::error).orElseGet(FormValidation::ok);
    }

    /** Id of the token for GitHub. */
    public String getGithubCredentialsId() {
        return githubCredentialsId;
    }

    @DataBoundSetter
    public void setGithubCredentialsId(String value) {
        githubCredentialsId = Util.fixNull(value).strip();
        save();
    }

    /** Secret texts, and users with passwords; administrators only. */
    @POST
    public ListBoxModel doFillGithubCredentialsIdItems() {
        return tokens(githubCredentialsId);
    }

    public TrackerAccess jira() {
        return new TrackerAccess("jira", jiraSite, jiraCredentialsId, "GATEHOUSE_JIRA_SITE", "JIRA_TOKEN");
    }

    public TrackerAccess github() {
        return new TrackerAccess(
                "github", githubApi, githubCredentialsId, "GATEHOUSE_GITHUB_API", "GATEHOUSE_GITHUB_TOKEN");
    }

    private static ListBoxModel tokens(String current) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        var everywhere = (ItemGroup<?>) Jenkins.get();
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeAs(ACL.SYSTEM2, everywhere, StringCredentials.class)
                .includeAs(ACL.SYSTEM2, everywhere, StandardUsernamePasswordCredentials.class)
                .includeCurrentValue(current);
    }

    /** What a database may be called. */
    @POST
    public FormValidation doCheckVulnerabilityDatabase(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return FormChecks.database(value).map(FormValidation::error).orElseGet(FormValidation::ok);
    }

    /** Whether the text is a policy. */
    @POST
    public FormValidation doCheckPolicyFloor(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return FormChecks.floor(value).map(FormValidation::error).orElseGet(FormValidation::ok);
    }

    /** The credentials to choose from; administrators only, for others learn nothing of them. */
    @POST
    public ListBoxModel doFillVulnerabilityDatabaseCredentialsIdItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        // Jenkins is one; the signatures that this is compiled against do not go that far up
        var everywhere = (ItemGroup<?>) Jenkins.get();
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeAs(ACL.SYSTEM2, everywhere, StandardUsernamePasswordCredentials.class)
                .includeCurrentValue(vulnerabilityDatabaseCredentialsId);
    }
}
