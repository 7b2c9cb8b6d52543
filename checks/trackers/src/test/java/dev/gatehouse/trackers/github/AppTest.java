package dev.gatehouse.trackers.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.trackers.github.auth.Credentials;
import dev.gatehouse.trackers.github.probe.ConnectionTest;
import dev.gatehouse.trackers.github.probe.Outcome;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GitHub Apps, what the connection test says of missing permissions, and requests that cost nothing. */
class AppTest {
    @TempDir
    private Path folder;

    private World world;
    private Credentials.App app;

    @BeforeEach
    void begin() throws NoSuchAlgorithmException {
        world = new World(folder);
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        world.gitHub.appKey = keys.getPublic();
        world.gitHub.installationEnds = world.clock.instant().plus(Duration.ofHours(1));
        app = new Credentials.App("12345", (RSAPrivateKey) keys.getPrivate(), null);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void appTellsEverythingWithATokenOfItsInstallation() {
        world.add(world.intents(World.report(120)).intents());
        world.drain(world.doors(app));
        DeliveryTest.assertToldOnce(world.gitHub, 120);
        assertThat(world.outbox.entries()).isEmpty();
        assertThat(world.gitHub.log).containsOnlyOnce("POST /app/installations/77/access_tokens");
    }

    @Test
    void tokenThatSoonEndsIsMadeAnew() {
        var doors = world.doors(app);
        var first = doors.installation(app).token().reveal();
        assertThat(doors.installation(app).token().reveal()).isEqualTo(first);
        world.clock.pass(Duration.ofMinutes(51));
        world.gitHub.installationEnds = world.clock.instant().plus(Duration.ofHours(1));
        assertThat(doors.installation(app).token().reveal()).isNotEqualTo(first);
        assertThat(doors.installation(app).token()).hasToString("***");
    }

    @Test
    void connectionTestOfAnAppNamesItAndItsPermissions() {
        var outcomes = new ConnectionTest(world.doors(app), OptionalInt.of(7)).run();
        assertThat(outcomes)
                .extracting(Outcome::sentence)
                .anyMatch(sentence -> sentence.contains("the App 'gatehouse'"))
                .anyMatch(sentence -> sentence.contains("checks: write"));
    }

    @ParameterizedTest
    @CsvSource({"/code-scanning, security_events: write", "/check-runs, checks: write", "/issues, pull_requests: write"
    })
    void missingPermissionIsToldByNameAndTheOthersWork(String forbidden, String permission) {
        world.gitHub.forbidden.add(forbidden);
        var outcomes = new ConnectionTest(world.doors(), OptionalInt.of(7)).run();
        var failing = outcomes.stream()
                .filter(outcome -> outcome.result() == Outcome.Result.FAILS)
                .map(Outcome::what)
                .collect(Collectors.toSet());
        assertThat(failing).contains(permission);
        assertThat(failing).allMatch(what -> what.equals(permission) || what.equals("code scanning"));
        assertThat(world.gitHub.comments).isEmpty();
        assertThat(world.gitHub.checks).isEmpty();
        assertThat(world.gitHub.releases).isEmpty();
    }

    @Test
    void allIsWellWhereEverythingIsAllowed() {
        assertThat(new ConnectionTest(world.doors(), OptionalInt.of(7)).run())
                .noneMatch(outcome -> outcome.result() == Outcome.Result.FAILS);
    }

    @Test
    void whatDidNotChangeIsAskedForConditionally() {
        var door = world.doors().open();
        door.get(door.path("/issues/7/comments"));
        door.get(door.path("/issues/7/comments"));
        assertThat(world.gitHub.unchanged).isEqualTo(1);
        world.gitHub.comment("new", "somebody");
        assertThat(door.get(door.path("/issues/7/comments"))).hasSize(1);
        assertThat(world.gitHub.unchanged).isEqualTo(1);
    }
}
