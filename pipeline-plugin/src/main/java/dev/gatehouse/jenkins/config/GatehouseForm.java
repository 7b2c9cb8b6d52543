package dev.gatehouse.jenkins.config;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import dev.gatehouse.jenkins.machine.NodeShell;
import hudson.model.ItemGroup;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.time.Duration;
import java.util.Optional;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * What the browser asks while an administrator fills the form in: lists to choose from, whether a value can be right, and what
 * the buttons find out. Only administrators are answered, since others would learn of credentials.
 */
public abstract class GatehouseForm extends GlobalConfiguration {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String getDisplayName() {
        return "Gatehouse";
    }

    /** What is set now. */
    abstract GatehouseConfiguration values();

    /** What became of the last update of the vulnerability database, for people. */
    public String getUpdateStatus() {
        return UpdateStatus.read(UpdateStatus.file())
                .map(UpdateStatus::sentence)
                .orElse("The controller has not updated it yet.");
    }

    @POST
    public FormValidation doCheckVulnerabilityDatabase(@QueryParameter String value) {
        return checked(FormChecks.database(value));
    }

    @POST
    public FormValidation doCheckVulnerabilityDatabaseMirror(@QueryParameter String value) {
        return checked(FormChecks.address(value));
    }

    @POST
    public FormValidation doCheckVulnerabilityDatabaseUpdateHours(
            @QueryParameter String value, @QueryParameter String vulnerabilityDatabase) {
        return checked(FormChecks.hours(value, vulnerabilityDatabase));
    }

    @POST
    public FormValidation doCheckPolicyFloor(@QueryParameter String value) {
        return checked(FormChecks.floor(value));
    }

    @POST
    public FormValidation doCheckJiraSite(@QueryParameter String value) {
        return checked(FormChecks.address(value));
    }

    @POST
    public FormValidation doCheckGithubApi(@QueryParameter String value) {
        return checked(FormChecks.address(value));
    }

    @POST
    public FormValidation doCheckOutboxPlace(@QueryParameter String value) {
        return checked(FormChecks.outbox(value));
    }

    @POST
    public FormValidation doCheckServerUrl(@QueryParameter String value) {
        return checked(FormChecks.address(value));
    }

    /** The passphrase of the signing keys must be there before anything can be signed. */
    @POST
    public FormValidation doCheckSigningCredentialsId(
            @QueryParameter String value, @QueryParameter boolean appVersionsEndpoint) {
        return checked(FormChecks.passphrase(appVersionsEndpoint, value));
    }

    @POST
    public ListBoxModel doFillVulnerabilityDatabaseCredentialsIdItems() {
        return chosen(values().getVulnerabilityDatabaseCredentialsId(), false);
    }

    @POST
    public ListBoxModel doFillNvdCredentialsIdItems() {
        return chosen(values().getNvdCredentialsId(), true);
    }

    @POST
    public ListBoxModel doFillJiraCredentialsIdItems() {
        return chosen(values().getJiraCredentialsId(), true);
    }

    @POST
    public ListBoxModel doFillGithubCredentialsIdItems() {
        return chosen(values().getGithubCredentialsId(), true);
    }

    @POST
    public ListBoxModel doFillOutboxCredentialsIdItems() {
        return chosen(values().getOutboxCredentialsId(), true);
    }

    @POST
    public ListBoxModel doFillServerCredentialsIdItems() {
        return chosen(values().getServerCredentialsId(), true);
    }

    @POST
    public ListBoxModel doFillSigningCredentialsIdItems() {
        return chosen(values().getSigningCredentialsId(), true);
    }

    /** Whether Jira is as linking needs it, each thing by name. */
    @POST
    public FormValidation doTestJira(
            @QueryParameter String jiraSite,
            @QueryParameter String jiraCredentialsId,
            @QueryParameter String jiraTestProject)
            throws InterruptedException {
        return told(tests().jira(TrackerAccess.jira(jiraSite.strip(), jiraCredentialsId), jiraTestProject.strip()));
    }

    /** Whether GitHub is as linking needs it, each thing by name. */
    @POST
    public FormValidation doTestGithub(
            @QueryParameter String githubApi,
            @QueryParameter String githubCredentialsId,
            @QueryParameter String githubTestRepository)
            throws InterruptedException {
        return told(tests().github(
                        TrackerAccess.github(githubApi.strip(), githubCredentialsId), githubTestRepository.strip()));
    }

    /** What the vulnerability database is, as the controller sees it. */
    @POST
    public FormValidation doTestDatabase(
            @QueryParameter String vulnerabilityDatabase, @QueryParameter String vulnerabilityDatabaseCredentialsId)
            throws InterruptedException {
        return told(tests().database(
                        new VulnerabilityDatabase(vulnerabilityDatabase.strip(), vulnerabilityDatabaseCredentialsId)));
    }

    /** Whether the outbox can be opened from the controller. */
    @POST
    public FormValidation doTestOutbox(@QueryParameter String outboxPlace, @QueryParameter String outboxCredentialsId)
            throws InterruptedException {
        return told(tests().outbox(new SharedOutbox(outboxPlace.strip(), outboxCredentialsId)));
    }

    /** Whose token it is, and what it may do. */
    @POST
    public FormValidation doTestServer(@QueryParameter String serverUrl, @QueryParameter String serverCredentialsId) {
        return told(tests().server(new ServerAccess(serverUrl.strip(), serverCredentialsId)));
    }

    /** The permission is asked for before anything is looked up or started. */
    private static ConnectionTests tests() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return new ConnectionTests(NodeShell.controller(PATIENCE), CredentialLookup.ofJenkins());
    }

    private static FormValidation told(ConnectionTests.Tested tested) {
        return tested.works() ? FormValidation.ok(tested.text()) : FormValidation.error(tested.text());
    }

    private static FormValidation checked(Optional<String> mistake) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return mistake.map(FormValidation::error).orElseGet(FormValidation::ok);
    }

    /** @param texts whether a secret text will do, and not only a user with a password */
    private static ListBoxModel chosen(String current, boolean texts) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        // Jenkins is one; the signatures that this is compiled against do not go that far up
        var everywhere = (ItemGroup<?>) Jenkins.get();
        var list = new StandardListBoxModel().includeEmptyValue();
        if (texts) {
            list = list.includeAs(ACL.SYSTEM2, everywhere, StringCredentials.class);
        }
        return list.includeAs(ACL.SYSTEM2, everywhere, StandardUsernamePasswordCredentials.class)
                .includeCurrentValue(current);
    }
}
