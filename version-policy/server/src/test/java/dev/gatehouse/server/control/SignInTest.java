package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.web.Proxies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in at the page, who does not, and for how long. */
class SignInTest {
    @TempDir
    private Path folder = Path.of(".");

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T09:00:00Z"));
    private House house;

    @BeforeEach
    void start() throws IOException {
        house = new House(
                folder,
                new FileLedger(folder.resolve("ledger.jsonl")),
                House.vault(folder),
                clock,
                Optional.empty(),
                new Proxies(Set.of("127.0.0.1")));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aPasswordAloneOpensNothing() {
        house.person("vera", Role.VIEWER);
        var visit = new Visiting(house);
        assertThat(visit.post("/login", "name", "vera", "password", House.PASSWORD)
                        .headers()
                        .firstValue("location"))
                .contains("/login/code");
        assertThat(visit.get("/").headers().firstValue("location")).contains("/login");
        assertThat(visit.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionsCookieIsForThisHostAndThisSiteOnlyAndNotForScripts() {
        var vera = house.person("vera", Role.VIEWER);
        var visit = new Visiting(house);
        visit.post("/login", "name", "vera", "password", House.PASSWORD);
        var cookie = visit.post("/login/code", "code", house.codeOf(vera))
                .headers()
                .firstValue("set-cookie")
                .orElse("");
        assertThat(cookie)
                .startsWith("__Host-gatehouse=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(visit.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeOfTheAuthenticatorCountsOnce() {
        var vera = house.person("vera", Role.VIEWER);
        new Visiting(house).signIn("vera", vera);
        var second = new Visiting(house);
        second.post("/login", "name", "vera", "password", House.PASSWORD);
        assertThat(second.post("/login/code", "code", house.codeOf(vera)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void afterFiveFailuresARightPasswordMustWaitTooAndLongerEachTime() {
        house.person("vera", Role.VIEWER);
        var thief = new Visiting(house).with("x-forwarded-for", "203.0.113.9");
        var vera = new Visiting(house).with("x-forwarded-for", "198.51.100.7");
        for (int i = 0; i < 5; i++) {
            assertThat(thief.post("/login", "name", "vera", "password", "not the right one " + i)
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(house.alarms).contains("sign-in.failing {account=vera, failures=5}");
        var refused = vera.post("/login", "name", "vera", "password", House.PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("try again in");
        clock.move(Duration.ofSeconds(61));
        assertThat(thief.post("/login", "name", "vera", "password", "still not right")
                        .statusCode())
                .isEqualTo(401);
        clock.move(Duration.ofSeconds(61));
        assertThat(vera.post("/login", "name", "vera", "password", House.PASSWORD)
                        .statusCode())
                .isEqualTo(429);
        clock.move(Duration.ofSeconds(60));
        assertThat(vera.post("/login", "name", "vera", "password", House.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void anAddressThatTriesManyNamesMustWaitAndOthersNeedNot() {
        house.person("vera", Role.VIEWER);
        var thief = new Visiting(house).with("x-forwarded-for", "10.9.9.9, 203.0.113.9");
        for (int i = 0; i < 20; i++) {
            thief.post("/login", "name", "nobody" + i, "password", "a guess of many");
        }
        assertThat(thief.post("/login", "name", "vera", "password", House.PASSWORD)
                        .statusCode())
                .isEqualTo(429);
        // what the client itself claims to be does not count
        assertThat(new Visiting(house)
                        .with("x-forwarded-for", "198.51.100.7, 203.0.113.9")
                        .post("/login", "name", "vera", "password", House.PASSWORD)
                        .statusCode())
                .isEqualTo(429);
        assertThat(new Visiting(house)
                        .with("x-forwarded-for", "198.51.100.7")
                        .post("/login", "name", "vera", "password", House.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void everyAnswerForbidsForeignScriptsFramesAndCaches() {
        var plain = new Visiting(house).get("/login").headers();
        assertThat(plain.firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(plain.firstValue("cache-control")).contains("no-store");
        assertThat(plain.firstValue("strict-transport-security")).isEmpty();
        var safe = new Visiting(house).with("x-forwarded-proto", "https");
        assertThat(safe.get("/login").headers().firstValue("strict-transport-security"))
                .contains("max-age=63072000");
    }

    @Test
    void aFormOfAnotherSiteOrWithoutItsTokenIsRefused() {
        var ada = house.person("ada", Role.ADMINISTRATOR);
        var visit = new Visiting(house).signIn("ada", ada);
        var token = visit.formToken("/access");
        assertThat(visit.post("/access/invitations", "name", "eve", "fullName", "Eve")
                        .statusCode())
                .isEqualTo(403);
        visit.with("origin", "https://evil.example");
        assertThat(visit.post("/access/invitations", "name", "eve", "fullName", "Eve", "formToken", token)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aGrantEndsByItself() {
        var vera = house.person("vera", Role.VIEWER);
        var visit = new Visiting(house).signIn("vera", vera);
        assertThat(visit.get("/releases").statusCode()).isEqualTo(200);
        clock.move(Duration.ofHours(9));
        assertThat(visit.get("/releases").statusCode()).isEqualTo(200);
        clock.move(Duration.ofHours(2));
        assertThat(visit.get("/releases").statusCode())
                .as("the session is over")
                .isEqualTo(303);
        clock.move(Duration.ofHours(14));
        assertThat(new Visiting(house).signIn("vera", vera).get("/releases").statusCode())
                .as("so is the grant")
                .isEqualTo(403);
    }

    @Test
    void supportAccessIsSeenByEverybodyAndEndsWithinADay() {
        house.person("sam");
        var ada = new Visiting(house).signIn("ada", house.person("ada", Role.ADMINISTRATOR));
        ada.post(
                "/access/grants",
                "account",
                "sam",
                "role",
                "viewer",
                "reason",
                "looks at ticket 4711",
                "support",
                "on",
                "formToken",
                ada.formToken("/access"));
        house.awaitAlarm("support.access");
        var vera = new Visiting(house).signIn("vera", house.person("vera", Role.VIEWER));
        assertThat(vera.get("/versions").body()).contains("Support access is open", "sam", "ticket 4711");
        clock.move(Duration.ofMinutes(8 * 60 + 1));
        assertThat(vera.get("/versions").body()).doesNotContain("Support access is open");
    }

    @Test
    void nobodyMakesThemselvesMoreThanTheyAre() {
        var ada = new Visiting(house).signIn("ada", house.person("ada", Role.ADMINISTRATOR));
        var answer = ada.post(
                "/access/grants",
                "account",
                "ada",
                "role",
                "release-manager",
                "reason",
                "because I can",
                "days",
                "90",
                "formToken",
                ada.formToken("/access"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("nobody grants themselves the role release-manager");
    }

    @Test
    void whoIsErasedIsGoneAndTheLedgerStillHolds() {
        house.person("ada", Role.ADMINISTRATOR);
        house.person("vera", Role.VIEWER);
        var mine = new Asking(house, house.token("vera"));
        var export = mine.get("/api/v1/accounts/vera/export");
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.body())
                .contains("vera of the tests", "access.granted")
                .doesNotContain("argon2");
        assertThat(new Asking(house, house.token("vera"))
                        .get("/api/v1/accounts/ada/export")
                        .statusCode())
                .isEqualTo(403);
        assertThat(mine.post("/api/v1/accounts/vera/erasure", "{}").statusCode())
                .isEqualTo(201);
        assertThat(mine.get("/api/v1/me").statusCode()).isEqualTo(401);
        var ada = new Asking(house, house.token("ada"));
        assertThat(ada.get("/api/v1/accounts").body()).doesNotContain("vera");
        assertThat(ada.get("/api/v1/ledger?text=vera").body()).contains("account.erased");
        assertThat(ada.post("/api/v1/accounts", "{\"name\":\"vera\",\"fullName\":\"Somebody Else\"}")
                        .statusCode())
                .isEqualTo(400);
        house.ledger.read(Head.START, unused -> {});
    }
}
