package dev.gatehouse.jenkins.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One Jenkins from the upload of the plugin on; each test finds what those before it left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "jenkins.war", matches = ".+", disabledReason = "needs -Djenkins.war=FILE")
final class RealJenkinsIT {
    private static final String GATE = "gatehouse-release/shop-ios-stable-%s/";
    private static final Duration SOON = Duration.ofSeconds(30);

    private RealJenkins jenkins;
    private Person root;
    private Person ada;
    private Person bob;
    private Person carol;
    private Person dan;
    private Person nobody;

    @BeforeAll
    void aJenkinsWithThePluginUploaded(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        jenkins = RealJenkins.in(folder.resolve("home"));
        root = new Person(jenkins, "root");
        ada = new Person(jenkins, "ada");
        bob = new Person(jenkins, "bob");
        carol = new Person(jenkins, "carol");
        dan = new Person(jenkins, "dan");
        nobody = new Person(jenkins, "");
        jenkins.start();
        root.upload(Given.hpi());
        Waiting.until(
                "the plugin is installed",
                Duration.ofMinutes(2),
                () -> jenkins.said().contains("Installation successful: gatehouse")
                        || jenkins.said().contains("Failed to install gatehouse"));
        assertThat(isActive()).as("the plugin runs without a restart").isTrue();
        // so that everybody has the permissions that the plugin brings along
        jenkins.restart();
    }

    private boolean isActive() throws IOException, InterruptedException {
        for (var plugin : root.json("pluginManager/api/json?tree=plugins[shortName,active]")
                .get("plugins")) {
            if (plugin.get("shortName").asText().equals("gatehouse")) {
                return plugin.get("active").asBoolean();
            }
        }
        return false;
    }

    @AfterAll
    void nothingOfItRunsOn() throws Exception {
        jenkins.stop();
        assertThat(jenkins.children()).isEmpty();
        assertThat(jenkins.said().lines().filter(line -> line.contains("SEVERE")))
                .as("what Jenkins could not do")
                .isEmpty();
    }

    @Test
    @Order(1)
    void aFreestyleJobScansAndKeepsTheReport() throws Exception {
        var job = Job.freestyle(
                root,
                "freestyle",
                "cp -r '%s'/. . && rm -rf gatehouse-report".formatted(Given.sample("vulnerable-shop")),
                "<dev.gatehouse.jenkins.scan.SecurityScanBuilder><options><only>sast</only><onFailure>unstable</onFailure>"
                    + "</options></dev.gatehouse.jenkins.scan.SecurityScanBuilder>");

        var build = job.run(ada);

        assertThat(job.end(build)).isEqualTo("UNSTABLE");
        var scans = root.json(build + "gatehouse/api/json").get("scans");
        assertThat(scans).hasSize(1);
        assertThat(scans.get(0).get("verdict").asText()).isEqualTo("failed");
        var report = root.json(build + "gatehouse/scan/files/report.json");
        int counting = scans.get(0).get("newFindings").asInt();
        int aside = scans.get(0).get("asideFindings").asInt();
        assertThat(counting).isPositive();
        assertThat(report.get("findings")).hasSize(counting + aside);
    }

    @Test
    @Order(2)
    void parallelBranchesHaveScansOfTheirOwn() throws Exception {
        var job = Job.pipeline(root, "parallel", Scripts.parallel());

        var build = job.run(ada);

        assertThat(job.log(build)).contains("one one failed true true", "two two");
        assertThat(root.json(build + "gatehouse/api/json").get("scans")).hasSize(2);
    }

    @Test
    @Order(3)
    void aGateWaitsWithoutAnExecutorThroughARestartUntilSomebodyElseApproves() throws Exception {
        var job = Job.pipeline(
                root,
                "release",
                Scripts.gate(
                        "1.0.0",
                        "def g = " + Scripts.waiting("1.0.0", "")
                                + "echo \"approved ${g.approved} by ${g.people}\"\n"
                                + "echo \"entry ${" + Scripts.publish("1.0.0") + "}\""));
        var build = job.start(ada);
        var gate = build + GATE.formatted("1.0.0");
        job.says(build, "waiting for approvals of 1.0.0");
        Waiting.until(
                "nobody's executor is held",
                SOON,
                () -> root.json("computer/api/json?tree=busyExecutors")
                                .get("busyExecutors")
                                .asInt()
                        == 0);

        jenkins.restart();
        Waiting.until("the build goes on", SOON, () -> job.log(build).contains("Ready to run"));

        var own = ada.post(gate + "approve", Map.of("role", "product"));
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("nobody approves their own proposal");
        assertThat(ada.get(gate).body()).contains("You cannot approve it").doesNotContain("Approve as product");
        for (var who : List.of(carol, dan, root)) {
            assertThat(who.post(gate + "approve", Map.of("role", "product")).statusCode())
                    .as("%s has no permission, whatever else they may do", who.name())
                    .isEqualTo(403);
        }
        assertThat(bob.get(gate + "approve?role=product").statusCode())
                .as("a link approves nothing")
                .isEqualTo(405);
        try (var window = new Window(jenkins)) {
            window.signIn(bob);
            window.open(gate);
            window.pictures("gate-waiting");
            window.page().click("button:has-text('Approve as product')");
            window.page().waitForLoadState();
        }

        assertThat(job.end(build)).isEqualTo("SUCCESS");
        assertThat(job.log(build)).contains("approved true by [bob]", "1.0.0 is published", "entry 3");
        assertThat(Files.readString(jenkins.home().resolve("gatehouse/ledger.log")))
                .contains("candidate.proposed", "candidate.approved", "version.published", "\"actor\":\"bob\"");
    }

    @Test
    @Order(4)
    void aRejectionEndsTheBuildWithItsReason() throws Exception {
        var job = Job.pipeline(root, "rejected", Scripts.gate("1.1.0", Scripts.waiting("1.1.0", "")));
        var build = job.start(ada);
        job.says(build, "waiting for approvals of 1.1.0");
        var gate = build + GATE.formatted("1.1.0");
        assertThat(bob.post(gate + "reject", Map.of("reason", " ")).statusCode())
                .as("a rejection has a reason")
                .isEqualTo(400);

        try (var window = new Window(jenkins)) {
            window.signIn(bob);
            window.open(gate);
            window.page().fill("form[name=reject] input[name=reason]", "the login is <b>slow</b>");
            window.page().click("form[name=reject] button");
            window.page().waitForLoadState();
        }

        assertThat(job.end(build)).isEqualTo("FAILURE");
        assertThat(job.log(build)).contains("rejected: the login is <b>slow</b>");
        assertThat(bob.get(gate).body()).contains("the login is &lt;b").doesNotContain("<b>slow</b>");
    }

    @Test
    @Order(5)
    void waitingEndsByTheClockOrByWhoeverMayAbort() throws Exception {
        var job = Job.pipeline(
                root,
                "ended",
                Scripts.gate(
                        "1.2.0",
                        "def g = " + Scripts.waiting("1.2.0", ", failing: false")
                                + "echo \"outcome ${g.outcome}: ${g.reason} ${g.people}\"\n"));
        var build = job.start(ada);
        job.says(build, "waiting for approvals of 1.2.0");
        var gate = build + GATE.formatted("1.2.0");
        assertThat(bob.post(gate + "abort", Map.of()).statusCode()).isEqualTo(403);

        assertThat(dan.post(gate + "abort", Map.of("reason", "postponed")).statusCode())
                .isIn(200, 302);

        assertThat(job.end(build)).isEqualTo("SUCCESS");
        assertThat(job.log(build)).contains("outcome aborted: postponed [dan]");

        var late = Job.pipeline(
                root,
                "late",
                Scripts.gate(
                        "1.3.0",
                        "def g = " + Scripts.waiting("1.3.0", ", failing: false, timeLimit: 0")
                                + "echo \"outcome ${g.outcome}: ${g.reason}\"\n"));
        assertThat(late.end(late.start(ada))).isEqualTo("SUCCESS");
        assertThat(late.log("job/late/1/")).contains("outcome timed out", "0 of 1 approvals as product");
    }

    @Test
    @Order(6)
    void abortingABuildThatWaitsLeavesAGateThatSaysSo() throws Exception {
        var job = Job.pipeline(root, "stopped", Scripts.gate("1.4.0", Scripts.waiting("1.4.0", "")));
        var build = job.start(ada);
        job.says(build, "waiting for approvals of 1.4.0");

        assertThat(ada.post(build + "stop", Map.of()).statusCode()).isIn(200, 302);

        assertThat(job.end(build)).isEqualTo("ABORTED");
        assertThat(root.json(build + "gatehouse-release/api/json")
                        .at("/gates/0/outcome")
                        .asText())
                .isEqualTo("aborted");
        assertThat(bob.post(build + GATE.formatted("1.4.0") + "approve", Map.of("role", "product"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @Order(7)
    void whatAJiraThatIsDownShallKnowWaits() throws Exception {
        root.script(
                """
                def store = com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance
                store.credentials.add(new org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl(
                    com.cloudbees.plugins.credentials.CredentialsScope.GLOBAL, 'jira-token', '',
                    hudson.util.Secret.fromString('very-secret-token')))
                store.save()
                def configuration = jenkins.model.GlobalConfiguration.all().find { it.class.simpleName == 'GatehouseConfiguration' }
                configuration.jiraSite = 'http://127.0.0.1:9'
                configuration.jiraCredentialsId = 'jira-token'
                """);
        var job = Job.pipeline(root, "link", Scripts.link());

        var build = job.run(ada);

        assertThat(job.log(build)).doesNotContain("very-secret-token").containsPattern("(?i)wait");
        assertThat(job.end(build)).isEqualTo("SUCCESS");

        var release = Job.pipeline(
                root,
                "jira-release",
                Scripts.gateWithJira(
                        "1.5.0", Scripts.waiting("1.5.0", "") + "node { " + Scripts.publish("1.5.0") + " }"));
        var released = release.start(ada);
        release.says(released, "waiting for approvals of 1.5.0");
        bob.post(released + GATE.formatted("1.5.0") + "approve", Map.of("role", "product"));
        assertThat(release.end(released)).isEqualTo("SUCCESS");
        assertThat(release.log(released)).contains("1.5.0 is published").doesNotContain("Jira was not told");
    }

    @Test
    @Order(8)
    void theSystemPageKeepsWhatIsSaved() throws Exception {
        try (var window = new Window(jenkins)) {
            window.signIn(root);
            window.page().navigate(jenkins.address("manage/configure").toString());
            window.page().fill("input[name='_.jiraSite']", "https://jira.example.org");
            window.page().fill("textarea[name='_.policyFloor']", "version: 1\n");
            window.page().click("button[name=Submit]");
            window.page().waitForURL(address -> !address.contains("configure"));
            window.page().navigate(jenkins.address("manage/configure").toString());

            assertThat(window.page().inputValue("input[name='_.jiraSite']")).isEqualTo("https://jira.example.org");
            assertThat(window.page().inputValue("textarea[name='_.policyFloor']"))
                    .isEqualTo("version: 1\n");
            assertThat(window.page().inputValue("select[name='_.jiraCredentialsId']"))
                    .isEqualTo("jira-token");
            window.page().locator("input[name='_.jiraSite']").scrollIntoViewIfNeeded();
            window.picture("system");
        }
        assertThat(carol.get("manage/configure").statusCode()).isEqualTo(403);
        var base = "manage/descriptorByName/dev.gatehouse.jenkins.config.GatehouseConfiguration/";
        assertThat(carol.post(base + "fillJiraCredentialsIdItems", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(carol.post(base + "checkPolicyFloor", Map.of("value", "x: 1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(root.post(base + "checkPolicyFloor", Map.of("value", "x: 1")).body())
                .contains("error");
    }

    @Test
    @Order(8)
    void theFormsOfBuildStepAndStepsKeepWhatIsInThem() throws Exception {
        var before = root.get("job/freestyle/config.xml").body();
        assertThat(before).contains("<only>sast</only>", "<onFailure>unstable</onFailure>");
        try (var window = new Window(jenkins)) {
            window.signIn(root);
            window.page().navigate(jenkins.address("job/freestyle/configure").toString());
            assertThat(window.page().inputValue("input[name='_.only']")).isEqualTo("sast");
            window.picture("build-step");
            window.page().click("button[name=Submit]");
            window.page().waitForURL(address -> !address.contains("configure"));
            assertThat(root.get("job/freestyle/config.xml").body())
                    .contains("<only>sast</only>", "<onFailure>unstable</onFailure>");

            for (var step : Map.of(
                            "releaseGate", "_.app",
                            "publishClientVersion", "_.storeLiveAt",
                            "linkFindings", "_.to",
                            "securityScan", "_.only")
                    .entrySet()) {
                window.page()
                        .navigate(
                                jenkins.address("job/release/pipeline-syntax/").toString());
                window.page()
                        .locator("select.dropdownList")
                        .first()
                        .selectOption(new SelectOption().setLabel(label(window, step.getKey())));
                window.page().waitForSelector("input[name='%s']".formatted(step.getValue()));
                window.page()
                        .locator("input[name='%s']".formatted(step.getValue()))
                        .fill("x");
                window.page().click("#generatePipelineScript");
                window.page().waitForFunction("document.querySelector('#prototypeText').value !== ''");
                assertThat(window.page().inputValue("#prototypeText")).startsWith(step.getKey());
            }
            window.picture("snippet");
        }
    }

    private static String label(Window window, String step) {
        return window.page().locator("select.dropdownList option").allTextContents().stream()
                .filter(option -> option.startsWith(step + ":"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(9)
    void aFloorThatIsBrokenIsSaidAndTheGateWaitsOn() throws Exception {
        var job = Job.pipeline(root, "floor", Scripts.gate("1.6.0", Scripts.waiting("1.6.0", "")));
        var build = job.start(ada);
        job.says(build, "waiting for approvals of 1.6.0");
        var gate = build + GATE.formatted("1.6.0");
        floor("nonsense: 1");

        assertThat(bob.get(gate).body()).contains("the rules cannot be read").doesNotContain("Approve as product");
        assertThat(bob.post(gate + "approve", Map.of("role", "product")).statusCode())
                .isEqualTo(400);

        floor("");
        bob.post(gate + "approve", Map.of("role", "product"));
        assertThat(job.end(build)).isEqualTo("SUCCESS");
    }

    private void floor(String text) throws IOException, InterruptedException {
        root.script("jenkins.model.GlobalConfiguration.all().find { it.class.simpleName == 'GatehouseConfiguration' }"
                + ".policyFloor = '%s'".formatted(text));
    }

    @Test
    @Order(10)
    void onlyWhoMayReadTheJobSeesItsPages() throws Exception {
        for (var page : List.of(
                "job/freestyle/1/gatehouse/",
                "job/freestyle/1/gatehouse/scan/",
                "job/freestyle/1/gatehouse/scan/files/report.json",
                "job/freestyle/gatehouse/api/json",
                "job/release/1/" + GATE.formatted("1.0.0"))) {
            assertThat(nobody.get(page).statusCode()).as("%s for nobody", page).isEqualTo(403);
            assertThat(carol.get(page).statusCode()).as("%s for a reader", page).isEqualTo(200);
        }
        assertThat(carol.get("job/freestyle/1/gatehouse/scan/files/..%2f..%2fbuild.xml")
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    @Order(11)
    void everyPageIsFitToBeLookedAt() throws Exception {
        var finding = root.json("job/freestyle/1/gatehouse/scan/files/report.json")
                .at("/findings/0/id")
                .asText();
        try (var window = new Window(jenkins)) {
            window.signIn(carol);
            for (var page : Map.of(
                            "job", "job/freestyle/",
                            "build", "job/freestyle/1/",
                            "trend", "job/freestyle/gatehouse/",
                            "scans", "job/parallel/1/gatehouse/",
                            "scan", "job/freestyle/1/gatehouse/scan/",
                            "aside", "job/freestyle/1/gatehouse/scan/?aside=all&accepted=all&sort=place",
                            "finding", "job/freestyle/1/gatehouse/scan/finding/" + finding + "/",
                            "gates", "job/release/1/gatehouse-release/",
                            "gate", "job/release/1/" + GATE.formatted("1.0.0"),
                            "release-build", "job/release/1/")
                    .entrySet()) {
                window.open(page.getValue());
                window.pictures(page.getKey());
            }
        }
    }

    @Test
    @Order(12)
    void anAbortedScanLeavesNoProcessAndNoStackTrace() throws Exception {
        var job = Job.pipeline(root, "slow", Scripts.scan("only: 'sast', onFailure: 'unstable', offline: true"));
        var build = job.start(ada);
        Waiting.until("an engine runs", Duration.ofMinutes(2), () -> jenkins.children().stream()
                .anyMatch(line -> line.contains("/engines/")));

        ada.post(build + "stop", Map.of());

        assertThat(job.end(build)).isEqualTo("ABORTED");
        Waiting.until("nothing of it runs on", SOON, () -> jenkins.children().isEmpty());
        assertThat(job.log(build)).doesNotContain("InterruptedException").doesNotContain("\tat ");
        assertThat(root.get(build + "gatehouse/").statusCode()).isEqualTo(404);
    }
}
