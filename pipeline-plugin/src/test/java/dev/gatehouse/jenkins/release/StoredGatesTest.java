package dev.gatehouse.jenkins.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.ObjectStreamClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What version 0.1 stored of gates is opened by this one: the record with a build, of which the second here is from before
 * there were servers, and the step that a Pipeline waits in. The files were written by 0.1 and never change; a version that
 * stores more adds files of its own.
 */
final class StoredGatesTest {
    private static final Path STORED = Path.of("src/test/resources/dev/gatehouse/jenkins/stored-0.1");

    @Test
    void aGateThatWaitedStillWaitsForTheSame() throws Exception {
        var gate = gates().getGates().get(0);

        assertThat(gate.isWaiting()).isTrue();
        assertThat(gate.getId()).isEqualTo("shop-ios-stable-1.2.0__7_");
        assertThat(gate.track()).isEqualTo(new Track("shop", "ios", "stable"));
        assertThat(gate.version()).isEqualTo(ClientVersion.parse("1.2.0 (7)"));
        assertThat(gate.getDigest()).hasSize(64);
        assertThat(gate.getProposer()).isEqualTo("eve");
        assertThat(gate.endsAt()).isEqualTo(Instant.parse("2026-11-25T12:00:00Z"));
        assertThat(gate.getServer()).isEqualTo("https://gatehouse.example");
        assertThat(GateRules.read(gate.policyName(), gate.policy(), "")
                        .approvals()
                        .required())
                .containsEntry("product", 1);
        assertThat(gate.end(GateRecord.Outcome.APPROVED, "", List.of("ada"))).isTrue();
    }

    @Test
    void aGateFromBeforeThereWereServersIsTheControllers() throws Exception {
        var gate = gates().getGates().get(1);

        assertThat(gate.isOnServer()).isFalse();
        assertThat(gate.getServer()).isEmpty();
        assertThat(gate.getServerPage()).isEmpty();
        assertThat(gate.getOutcome()).isEqualTo("rejected");
        assertThat(gate.getReason()).isEqualTo("the login is slow");
        assertThat(gate.getPeople()).containsExactly("ada");
        assertThat(gate.getHotfix()).isEqualTo("the payment crashes");
    }

    @Test
    void whatIsStoredNowHasTheFieldsOfThen() throws Exception {
        var then = Files.readString(STORED.resolve("gates.xml"));
        var gate = gates().getGates().get(0);

        assertThat(then.replaceAll("\\s+", "")).contains(xstream().toXML(gate).replaceAll("\\s+", ""));
    }

    /**
     * Jenkins keeps a waiting step in the program of its Pipeline, by Java's serialisation: it is read again when class and
     * version are the same, and gets back every field whose name and type are.
     */
    @Test
    void theStepThatAPipelineWaitsInKeepsEveryFieldOfThen() throws Exception {
        var lines = Files.readAllLines(STORED.resolve("waiting-step.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(lines).hasSize(3).allSatisfy(line -> {
            var words = List.of(line.split(" ", -1));
            var now = ObjectStreamClass.lookup(Class.forName(words.get(0)));
            assertThat(now.getSerialVersionUID()).as(words.get(0)).isEqualTo(Long.parseLong(words.get(1)));
            assertThat(Arrays.stream(now.getFields())
                            .map(field ->
                                    field.getName() + ":" + field.getType().getName()))
                    .as(words.get(0))
                    .containsAll(words.subList(2, words.size()));
        });
    }

    private static BuildGates gates() throws Exception {
        return (BuildGates) xstream().fromXML(Files.readString(STORED.resolve("gates.xml")));
    }

    private static XStream xstream() {
        var xstream = new XStream();
        xstream.allowTypesByWildcard(new String[] {"dev.gatehouse.jenkins.**"});
        return xstream;
    }
}
