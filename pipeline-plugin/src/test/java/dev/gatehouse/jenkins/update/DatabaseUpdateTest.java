package dev.gatehouse.jenkins.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.UpdatePlan;
import dev.gatehouse.jenkins.config.UpdateStatus;
import dev.gatehouse.jenkins.config.VulnerabilityDatabase;
import dev.gatehouse.jenkins.machine.Said;
import dev.gatehouse.jenkins.machine.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the controller updates the database, by which command, and what is remembered of it. */
final class DatabaseUpdateTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final VulnerabilityDatabase DIRECTORY = new VulnerabilityDatabase("/data/vulndb", "");
    private static final UpdatePlan DAILY = new UpdatePlan(24, "https://mirror.example/nvd", "");

    @TempDir
    private Path folder = Path.of("");

    private final List<String> ran = new ArrayList<>();
    private Said said = new Said(0, "adopted 12345 records");

    @Test
    void theFirstIsDueAtOnceAndTheNextWhenTheHoursAreOver() throws Exception {
        assertThat(at(NOW, DIRECTORY, DAILY)).isPresent();
        assertThat(at(NOW.plus(Duration.ofHours(23)), DIRECTORY, DAILY)).isEmpty();
        assertThat(at(NOW.plus(Duration.ofHours(24)), DIRECTORY, DAILY)).isPresent();

        assertThat(ran)
                .hasSize(2)
                .containsOnly("vulndb update --mirror=https://mirror.example/nvd {GATEHOUSE_DATA=/data/vulndb} {}");
        assertThat(remembered().sentence())
                .isEqualTo("The update that began 2026-11-25T12:00:00Z worked: adopted 12345 records");
    }

    @Test
    void nothingIsUpdatedWithoutAnIntervalNorWhatComesAlong() throws Exception {
        assertThat(at(NOW, DIRECTORY, new UpdatePlan(0, "", ""))).isEmpty();
        assertThat(at(NOW, new VulnerabilityDatabase("", ""), DAILY)).isEmpty();
        assertThat(ran).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFailureIsToldAndWaitsForItsNextTime() throws Exception {
        said = new Said(2, "gatehouse: the NVD's API needs a key\n");

        assertThat(at(NOW, DIRECTORY, new UpdatePlan(6, "", ""))).get().satisfies(status -> {
            assertThat(status.worked()).isFalse();
            assertThat(status.text()).isEqualTo("gatehouse: the NVD's API needs a key");
        });
        assertThat(at(NOW.plus(Duration.ofHours(1)), DIRECTORY, new UpdatePlan(6, "", "")))
                .isEmpty();
    }

    @Test
    void credentialsThatAreGoneAreAFailureOfTheUpdateAndNotOfJenkins() throws Exception {
        assertThat(at(NOW, DIRECTORY, new UpdatePlan(6, "", "nvd-key"))).get().satisfies(status -> {
            assertThat(status.worked()).isFalse();
            assertThat(status.text()).contains("nvd-key");
        });
    }

    @Test
    void aCommandThatCannotBeStartedIsAFailureToo() throws Exception {
        Shell broken = (words, open, secrets) -> {
            throw new IOException("the command did not end within 5 seconds");
        };
        assertThat(update(broken, NOW).run(DIRECTORY, DAILY))
                .get()
                .extracting(UpdateStatus::text)
                .isEqualTo("the command did not end within 5 seconds");
    }

    @Test
    void aStatusThatCannotBeReadIsNone() throws Exception {
        Files.writeString(file(), "{\"begun\":\"yesterday\"}");
        assertThat(UpdateStatus.read(file())).isEmpty();
        assertThat(at(NOW, DIRECTORY, DAILY)).isPresent();
    }

    @Test
    void onlyTheEndOfALongOutputIsKept() {
        assertThat(UpdateStatus.of(NOW, true, "x".repeat(100_000) + "the end").text())
                .hasSize(2000)
                .endsWith("the end");
    }

    private Optional<UpdateStatus> at(Instant now, VulnerabilityDatabase database, UpdatePlan plan) throws Exception {
        Shell shell = (words, open, secrets) -> {
            ran.add(String.join(" ", words) + " " + open + " " + secrets);
            return said;
        };
        return update(shell, now).run(database, plan);
    }

    private DatabaseUpdate update(Shell shell, Instant now) {
        CredentialLookup none = new CredentialLookup() {
            @Override
            public <C extends IdCredentials> Optional<C> find(String id, Class<C> type) {
                return Optional.empty();
            }
        };
        return new DatabaseUpdate(shell, none, file(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private UpdateStatus remembered() {
        return UpdateStatus.read(file()).orElseThrow();
    }

    private Path file() {
        return folder.resolve("vulndb-update.json");
    }
}
