package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.oidc.OidcSettings;
import dev.gatehouse.server.control.web.Proxies;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by an OpenID Connect provider in place of a password. */
class ProviderTest {
    private static final Pattern ONWARD = Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"");
    /** The address that the provider knows this server by; the tests go to the port that it really has. */
    private static final String ADDRESS = "https://gatehouse.example";

    @TempDir
    private Path folder = Path.of(".");

    private FakeProvider provider;
    private House house;

    @BeforeEach
    void start() throws Exception {
        provider = new FakeProvider();
        house = house(false);
    }

    @AfterEach
    void stop() {
        house.close();
        provider.close();
    }

    @Test
    void whoWasInvitedComesInByTheProviderFromThenOn() {
        var anna = invited("anna");
        assertThat(anna.get("/account").body()).contains("Full name of anna").doesNotContain("id=\"password\"");
        house.grant("anna", Role.VIEWER);
        var again = new Visiting(house);
        var answer = comeBack(again, leave(again, ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(onward(answer)).isEqualTo("/");
        assertThat(again.get("/").statusCode()).isEqualTo(200);
        assertThat(new Visiting(house)
                        .post("/login", "name", "anna", "password", "")
                        .statusCode())
                .as("she has no password")
                .isEqualTo(401);
    }

    @Test
    void theFirstAdministratorMayComeByTheProviderToo() {
        var code = house.server.firstCode().orElseThrow();
        var ada = new Visiting(house);
        comeBack(ada, leave(ada, "?code=" + code + "&name=ada&fullName=Ada"));
        assertThat(ada.get("/access").body()).contains("first administrator, by the one-time code");
    }

    @Test
    void whoWasNotInvitedStaysOutside() {
        provider.subject = "somebody else";
        var visit = new Visiting(house);
        var answer = comeBack(visit, leave(visit, ""));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("an administrator invites you first");
        assertThat(visit.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void nobodyBringsAnotherBrowserIn() {
        invited("anna");
        var thief = new Visiting(house);
        var back = provider.authorize(leave(thief, ""));
        var victim = new Visiting(house);
        assertThat(go(victim, back).statusCode()).as("no try of its own").isEqualTo(401);
        leave(victim, "");
        assertThat(go(victim, back).statusCode()).as("another state").isEqualTo(401);
        assertThat(victim.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void aTokenThatIsNotForThisTryIsNotBelieved() throws Exception {
        invited("anna");
        var lies = new LinkedHashMap<String, UnaryOperator<JWTClaimsSet.Builder>>();
        lies.put("another nonce", claims -> claims.claim("nonce", "another"));
        lies.put("another party", claims -> claims.audience("another"));
        lies.put("another issuer", claims -> claims.issuer("https://evil.example"));
        lies.put(
                "expired",
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))));
        lies.put("nobody", claims -> claims.subject(null));
        for (var lie : lies.entrySet()) {
            provider.lie = lie.getValue();
            refused(lie.getKey());
        }
        provider.lie = UnaryOperator.identity();
        provider.key = FakeProvider.newKey();
        refused("another key");
    }

    @Test
    void theProviderMayBeReliedOnForTheFirstStepOnly() throws Exception {
        house.close();
        house = house(true);
        var visit = new Visiting(house);
        var code = house.people.inviteAs("anna", "Anna");
        var answer = comeBack(visit, leave(visit, "?code=" + code));
        assertThat(onward(answer)).isEqualTo("/login/authenticator");
        assertThat(visit.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void aProviderThatIsAwayIsToldInASentence() {
        provider.close();
        var answer = new Visiting(house).get("/login/oidc");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("did not answer as it should");
    }

    private void refused(String lie) {
        house.alarms.clear();
        var visit = new Visiting(house);
        assertThat(comeBack(visit, leave(visit, "")).statusCode()).as(lie).isEqualTo(401);
        assertThat(visit.get("/account").statusCode()).as(lie).isEqualTo(303);
        assertThat(house.alarms).as(lie).anyMatch(alarm -> alarm.startsWith("oidc.refused"));
    }

    private Visiting invited(String name) {
        var visit = new Visiting(house);
        var code = house.people.inviteAs(name, "Full name of " + name);
        assertThat(comeBack(visit, leave(visit, "?code=" + code)).statusCode()).isEqualTo(200);
        return visit;
    }

    /** Where the browser is sent. */
    private static URI leave(Visiting visit, String query) {
        return URI.create(onward(visit.get("/login/oidc" + query)));
    }

    private HttpResponse<String> comeBack(Visiting visit, URI sent) {
        return go(visit, provider.authorize(sent));
    }

    private HttpResponse<String> go(Visiting visit, URI back) {
        assertThat(back.toString()).startsWith(ADDRESS + "/login/oidc/callback?");
        return visit.get(back.toString().substring(ADDRESS.length()));
    }

    private static String onward(HttpResponse<String> answer) {
        var found = ONWARD.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private House house(boolean secondStepHere) throws Exception {
        var settings = new OidcSettings(
                provider.issuer(), FakeProvider.CLIENT, FakeProvider.SECRET, ADDRESS, "the provider", secondStepHere);
        return new House(
                folder,
                new FileLedger(folder.resolve("ledger.jsonl")),
                House.vault(folder),
                Clock.systemUTC(),
                Optional.of(settings),
                Proxies.NONE);
    }
}
