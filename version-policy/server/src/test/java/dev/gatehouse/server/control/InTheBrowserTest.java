package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.gatehouse.policy.outbox.Pause;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.server.control.access.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** People at a real browser: what they can do, what they cannot, and how it looks. */
// one browser for all of them, and for each test windows without a cookie
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InTheBrowserTest {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @TempDir
    private Path folder = Path.of(".");

    private final Browsing browsing = new Browsing();
    private House house;

    @BeforeEach
    void start() throws IOException {
        house = new House(folder);
    }

    @AfterEach
    void stop() {
        browsing.closeWindows();
        house.close();
    }

    @AfterAll
    void close() {
        browsing.close();
    }

    @Test
    void aReleaseGoesThroughTheHandsOfTwoPeopleAndMovesTheMinimum() {
        house.person("dora", Role.DEVELOPER, Role.RELEASE_MANAGER);
        var anna = house.person("anna", Role.RELEASE_MANAGER);
        var carl = house.person("carl", Role.SECURITY_OFFICER);
        var build = new Asking(house, house.token("anna"));
        assertThat(build.post("/api/v1/candidates", Asking.proposal("1.1.0")).statusCode())
                .isEqualTo(201);

        var annas = browsing.window(1280, 900);
        signIn(annas, "anna", anna);
        annas.navigate(house.at("/releases/shop/ios/stable/1.1.0").toString());
        annas.click("text=Approve as release-manager");
        assertThat(annas.textContent("[role=alert]")).contains("nobody approves their own proposal");

        var paul = house.person("paul", Role.RELEASE_MANAGER);
        var pauls = browsing.window(1280, 900);
        signIn(pauls, "paul", paul);
        pauls.navigate(house.at("/releases/shop/ios/stable/1.1.0").toString());
        pauls.click("text=Approve as release-manager");
        assertThat(pauls.textContent("[role=status]")).contains("recorded");

        var carls = browsing.window(1280, 900);
        signIn(carls, "carl", carl);
        carls.navigate(house.at("/releases/shop/ios/stable/1.1.0").toString());
        carls.click("text=Approve as security-officer");

        pauls.reload();
        pauls.click("button:text-is('Publish')");
        assertThat(pauls.textContent("[role=status]")).contains("Published");
        pauls.navigate(house.at("/versions/shop/ios/stable?minimum=1.1.0").toString());
        pauls.fill("#effect [name=reason]", "the first one");
        pauls.click("text=Move the minimum to 1.1.0");
        var old = new Asking(house, "none").get("/v1/apps/shop/ios/check?version=1.0.0");
        assertThat(Asking.json(old).path("status").asText()).isEqualTo("update-required");
    }

    @Test
    void theFirstAdministratorComesInByTheCodeAndSetsAnAuthenticatorUp() {
        var code = house.server.firstCode().orElseThrow();
        var page = browsing.window(1280, 900);
        page.navigate(house.at("/welcome?code=" + code).toString());
        page.fill("[name=name]", "ada");
        page.fill("[name=fullName]", "Ada Admin");
        page.fill("[name=password]", House.PASSWORD);
        page.click("button:text-is('Go on')");
        assertThat(page.isVisible("svg.qr")).isTrue();
        Browsing.picture(page, "authenticator");
        page.fill("[name=code]", house.codeOf(Base32.decode(page.textContent(".secret"))));
        page.click("button:text-is('Go on')");
        assertThat(page.locator(".codes li").count()).isEqualTo(8);
        page.click("text=I have kept them");
        page.navigate(house.at("/access").toString());
        assertThat(page.textContent("table")).contains("ada", "administrator", "one-time code");
        assertThat(house.server.firstCode()).isEmpty();
        house.awaitAlarm("administrator.new");
    }

    @Test
    void aViewerSeesNoButtonAndAForgedFormIsRefused() {
        var vera = house.person("vera", Role.VIEWER);
        var build = house.person("dora", Role.DEVELOPER);
        assertThat(build).isNotEmpty();
        new Asking(house, house.token("dora")).post("/api/v1/candidates", Asking.proposal("1.1.0"));
        var page = browsing.window(1280, 900);
        signIn(page, "vera", vera);
        page.navigate(house.at("/releases/shop/ios/stable/1.1.0").toString());
        assertThat(page.locator("main form").count()).isZero();
        var forged = page.evaluate(
                "fetch('/releases/shop/ios/stable/1.1.0/reject', {method: 'POST', body: new URLSearchParams({reason: 'x'})})"
                        + ".then(r => r.status)");
        assertThat(forged).isEqualTo(403);
    }

    @Test
    void aPageIsToldOfWhatOthersDecideMeanwhile() {
        var vera = house.person("vera", Role.VIEWER);
        house.person("dora", Role.DEVELOPER);
        house.person("carl", Role.SECURITY_OFFICER);
        var page = browsing.window(390, 844);
        signIn(page, "vera", vera);
        page.navigate(house.at("/releases").toString());
        assertThat(page.textContent("main")).contains("Nothing was proposed yet");
        new Asking(house, house.token("dora")).post("/api/v1/candidates", Asking.proposal("1.1.0"));
        page.waitForSelector("main >> text=waiting");
        new Asking(house, house.token("carl"))
                .post("/api/v1/candidates/shop/ios/stable/1.1.0/rejections", "{\"reason\":\"it crashes\"}");
        page.waitForSelector("main >> text=rejected");
    }

    @Test
    void whoeverRunsNoScriptReadsAndDecidesToo() {
        var anna = house.person("anna", Role.RELEASE_MANAGER);
        house.person("dora", Role.DEVELOPER);
        new Asking(house, house.token("dora")).post("/api/v1/candidates", Asking.proposal("1.1.0"));
        var page = browsing.windowWithoutScripts();
        signIn(page, "anna", anna);
        for (var path : List.of(
                "/", "/releases", "/versions", "/risks", "/outbox", "/ledger?text=dora", "/access", "/account")) {
            var answer = page.navigate(house.at(path).toString());
            assertThat(answer.status()).as(path).isEqualTo(200);
        }
        page.navigate(house.at("/releases/shop/ios/stable/1.1.0").toString());
        page.click("text=Approve as release-manager");
        assertThat(page.textContent("[role=status]")).contains("recorded");
        assertThat(page.locator("text=Approve as release-manager").count())
                .as("once is enough")
                .isZero();
    }

    @Test
    void aKeyboardSkipsToTheContentAndReachesEveryLink() {
        var vera = house.person("vera", Role.VIEWER);
        var page = browsing.window(1280, 900);
        signIn(page, "vera", vera);
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the content");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        page.navigate(house.at("/").toString());
        for (var link : List.of("Skip to the content", "Gatehouse", "Calendar", "Releases", "Versions")) {
            page.keyboard().press("Tab");
            assertThat(String.valueOf(page.evaluate("document.activeElement.textContent"))
                            .strip())
                    .isEqualTo(link);
        }
        page.keyboard().press("Enter");
        page.waitForURL(house.at("/versions").toString());
    }

    private void signIn(Page page, String name, byte[] secret) {
        page.navigate(house.at("/login").toString());
        page.fill("[name=name]", name);
        page.fill("[name=password]", House.PASSWORD);
        page.click("button:text-is('Sign in')");
        page.fill("[name=code]", house.codeOf(secret));
        page.click("button:text-is('Go on')");
        page.waitForURL(house.at("/").toString());
    }

    @Test
    void everyPageIsReadableAtEveryWidthAndForEverybody() throws IOException {
        house.close();
        var shop = new DemoHouse(folder.resolve("demo"));
        house = shop.house();
        var page = browsing.window(1280, 900);
        page.navigate(house.at("/login").toString());
        Browsing.picture(page, "login");
        page.fill("[name=name]", "anna");
        page.fill("[name=password]", "gatehouse demo");
        page.click("button:text-is('Sign in')");
        page.fill("[name=code]", house.codeOf(shop.secret("anna")));
        page.click("button:text-is('Go on')");
        page.waitForURL(house.at("/").toString());
        house.outbox.add(7, "commons-text 1.9: CVE-2022-42889", Waiting.State.FAILED, "Jira answered 502");
        house.outbox.add(8, "SQL injection in OrderSearch.find", Waiting.State.NEEDS_A_PERSON, "'Team' is required");
        house.outbox.add(9, "weak cipher in Vault.seal", Waiting.State.IN_WORK, "");
        house.outbox.pauses.add(new Pause("jira", TestQueue.JIRA, Instant.now(), "Jira answered 502"));
        for (var path : List.of(
                "/",
                "/releases",
                "/releases/shop/ios/stable/4.10.0",
                "/versions",
                "/versions/shop/ios/stable?minimum=4.9.1",
                "/risks",
                "/outbox",
                "/ledger",
                "/access",
                "/account")) {
            look(page, path);
        }
    }

    private void look(Page page, String path) {
        var name = path.equals("/") ? "calendar" : path.substring(1).replaceAll("[/?=.]", "-");
        page.navigate(house.at(path).toString());
        for (int width : new int[] {390, 1280}) {
            page.setViewportSize(width, 900);
            var wide = page.evaluate("document.documentElement.scrollWidth");
            assertThat((Integer) wide).as("%s at %d", path, width).isLessThanOrEqualTo(width);
            Browsing.picture(page, name + "-" + width);
        }
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            if (scheme == ColorScheme.DARK) {
                Browsing.picture(page, name + "-dark");
            }
            // one process without frames: nothing to gather from elsewhere
            var axe = new AxeBuilder(page).setLegacyMode(true);
            if (scheme == ColorScheme.DARK) {
                // only the colours differ
                axe.withRules(List.of("color-contrast"));
            }
            var grave = axe.analyze().getViolations().stream()
                    .filter(rule -> GRAVE.contains(rule.getImpact()))
                    .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                    .toList();
            assertThat(grave).as("%s, %s", path, scheme).isEmpty();
        }
    }
}
