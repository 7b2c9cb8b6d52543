package dev.gatehouse.trackers.jira.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.select.Glob;
import dev.gatehouse.trackers.TestClock;
import dev.gatehouse.trackers.http.HttpSettings;
import dev.gatehouse.trackers.jira.FakeJira;
import dev.gatehouse.trackers.jira.JiraDoor;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.settings.Organisation;
import dev.gatehouse.trackers.jira.settings.Versioning;
import dev.gatehouse.trackers.jira.settings.Versioning.Exemption;
import dev.gatehouse.trackers.jira.settings.Versioning.Subject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real repository against a Jira with a memory. */
class ReleaseReviewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private final TestClock clock = new TestClock();
    private final FakeJira jira;

    @TempDir
    private Path folder;

    private Git git;

    ReleaseReviewTest() throws IOException {
        jira = new FakeJira(true, clock);
    }

    @BeforeEach
    void history() throws Exception {
        git = Git.init().setDirectory(folder.toFile()).call();
        commit("SHOP-1 before the release");
        git.tag().setName("v4.2.0").setAnnotated(false).call();
        jira.add("SHOP-2", "Cart *forgets* [items](http://evil.example)", "Bug", true);
        jira.add("SHOP-10", "Pay by invoice @everyone", "Story", true);
    }

    @AfterEach
    void stop() {
        git.close();
        assertThat(jira.published.strange()).isEmpty();
        jira.close();
    }

    private String commit(String message) throws Exception {
        return git.commit()
                .setMessage(message)
                .setAllowEmpty(true)
                .setSign(false)
                .call()
                .name();
    }

    private Changes changes() {
        return Changes.read(folder, Optional.of("v4.2.0"), "HEAD", List.of("SHOP"));
    }

    private static Versioning versioning(Exemption... exceptions) {
        return new Versioning("{version}", List.of("SHOP"), true, true, List.of(exceptions));
    }

    private ReleaseReview review(Versioning versioning) {
        var yaml = "trackers: {jira: {project: SHOP, login: {token: {env: TOKEN}}}}";
        var settings = JiraSettings.required(
                dev.gatehouse.findings.config.GatehouseFile.parse("test.yml", folder, yaml),
                Organisation.at(URI.create(jira.address())));
        var second = Duration.ofSeconds(1);
        var door = new JiraDoor(
                settings,
                Map.of("TOKEN", "t"),
                new HttpSettings(second, second, second, 1 << 20, 0),
                Duration.ZERO,
                clock,
                clock);
        return ReleaseReview.of(changes(), versioning, door, DAY);
    }

    private static ReleaseRuling ruling(ReleaseReview review, String rule) {
        return review.rulings().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void issuesAreThoseThatCommitsSinceTheTagName() throws Exception {
        commit("SHOP-10: pay by invoice\n\nAlso SHOP-2, and not EBAYSHOP-3, SHOP-0, shop-4 or SHOP-5x.");
        commit("Fix typing (SHOP-2)");
        assertThat(changes().keys()).containsExactly("SHOP-2", "SHOP-10");
        assertThat(review(versioning()).allowed()).isTrue();
    }

    @Test
    void commitWithoutAnIssueBreaksTheRuleAndMergesDoNot() throws Exception {
        commit("SHOP-2 fix");
        var nameless = commit("Quick fix");
        var ruling = ruling(review(versioning()), "commits-named");
        assertThat(ruling.kept()).isFalse();
        assertThat(ruling.reason()).contains(nameless.substring(0, 12) + " 'Quick fix'");
    }

    @Test
    void openIssueBreaksTheRule() throws Exception {
        jira.add("SHOP-3", "Not yet", "Bug", false);
        commit("SHOP-3 half of it");
        var ruling = ruling(review(versioning()), "issues-done");
        assertThat(ruling.kept()).isFalse();
        assertThat(ruling.reason()).contains("SHOP-3 in 'Open'");
    }

    @Test
    void issueThatJiraDoesNotHaveBreaksTheRule() throws Exception {
        commit("SHOP-404 typed wrongly");
        assertThat(ruling(review(versioning()), "issues-done").reason()).contains("SHOP-404, which is not in Jira");
    }

    @Test
    void exceptionsLetThroughUntilTheirLastDayAndAreNamed() throws Exception {
        jira.add("SHOP-3", "Not yet", "Bug", false);
        commit("SHOP-3 half of it");
        var id = commit("Quick fix");
        commit("Bump version to 4.3.0");
        var review = review(versioning(
                new Exemption(new Subject.Issue("SHOP-3"), "ada", "ships dark", DAY),
                new Exemption(new Subject.Commit(id.substring(0, 7)), "ada", "by phone", DAY),
                new Exemption(new Subject.Subjects(new Glob("Bump version to *")), "ada", "robot", DAY)));
        assertThat(review.allowed()).isTrue();
        assertThat(ruling(review, "issues-done").reason()).contains("let through: SHOP-3 in 'Open' (ada: ships dark)");

        var late =
                review(versioning(new Exemption(new Subject.Issue("SHOP-3"), "ada", "ships dark", DAY.minusDays(1))));
        assertThat(late.allowed()).isFalse();
    }

    @Test
    void jiraThatDoesNotAnswerLetsNothingThrough() throws Exception {
        commit("SHOP-2 fix");
        jira.trouble((site, exchange, what) -> true);
        var ruling = ruling(review(versioning()), "issues-done");
        assertThat(ruling.kept()).isFalse();
        assertThat(ruling.reason()).startsWith("not known whether every issue is done");
    }

    @Test
    void notesAreMarkdownByTypeAndTextsCannotBreakOut() throws Exception {
        commit("SHOP-10 invoice");
        commit("SHOP-2 cart");
        commit("Quick fix");
        var notes =
                ReleaseNotes.markdown("Shop 4.3.0", review(versioning()), key -> "https://jira.example/browse/" + key);
        assertThat(notes).isEqualTo("""
                # Shop 4.3.0

                ## Bug

                - [SHOP-2](https://jira.example/browse/SHOP-2) Cart \\*forgets\\* \\[items\\]\\(http://evil.example\\)

                ## Story

                - [SHOP-10](https://jira.example/browse/SHOP-10) Pay by invoice @\u200beveryone

                ## Without an issue

                - Quick fix (%s)
                """.formatted(changes().all().get(0).id().substring(0, 12)));
    }

    @Test
    void tagThatIsNotThereIsToldInASentence() {
        assertThatThrownBy(() -> Changes.read(folder, Optional.of("v9"), "HEAD", List.of("SHOP")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has no tag or commit 'v9'");
    }
}
