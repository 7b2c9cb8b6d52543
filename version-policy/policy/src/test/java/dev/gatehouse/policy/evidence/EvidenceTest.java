package dev.gatehouse.policy.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.checkpoint.Checkpoint;
import dev.gatehouse.policy.fleet.FleetState;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.signing.Envelope;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.policy.support.SupportEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle proves a release, and nothing but a release that happened as its policy asks. */
class EvidenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private ReleasedShop shop;

    @BeforeEach
    void shop() throws IOException {
        shop = new ReleasedShop(folder);
    }

    @Test
    void aReleaseThatKeptToItsPolicyIsProven() throws IOException {
        shop.proposed().approved().published("");

        var checks = check(shop.collect());

        assertThat(checks)
                .allSatisfy(
                        check -> assertThat(check.holds()).as(check.toString()).isTrue());
        assertThat(checks)
                .extracting(Check::what)
                .containsExactly(
                        "signatures",
                        "contents",
                        "artifact",
                        "ledger",
                        "candidate",
                        "verdict",
                        "materials",
                        "tests",
                        "approvals",
                        "cadence",
                        "publication");
    }

    @Test
    void theZipProvesTheSame() throws IOException {
        shop.proposed().approved().published("");
        var bundle = new BundleFolder(folder.resolve("evidence"));
        bundle.write(new TreeMap<>(shop.collect()));

        assertThat(new EvidenceCheck(verifier()).check(bundle.zip(), shop.artifact))
                .isEqualTo(new EvidenceCheck(verifier()).check(folder.resolve("evidence"), shop.artifact))
                .allMatch(Check::holds);
        assertThatThrownBy(() -> new BundleFolder(folder.resolve("evidence"))).isInstanceOf(BadInput.class);
    }

    @Test
    void anyChangedByteOfAnyFileIsFound() throws IOException {
        shop.proposed().approved().published("");
        var files = shop.collect();
        for (var name : files.keySet()) {
            var changed = new TreeMap<>(files);
            var content = files.get(name).clone();
            content[content.length / 2] ^= 1;
            changed.put(name, content);
            assertThat(check(changed)).as(name).anyMatch(check -> !check.holds());
        }
    }

    @Test
    void anyMissingFileIsFound() throws IOException {
        shop.proposed().approved().published("");
        var files = shop.collect();
        for (var name : files.keySet()) {
            var fewer = new TreeMap<>(files);
            fewer.remove(name);
            assertThat(check(fewer)).as(name).anyMatch(check -> !check.holds());
        }
    }

    @Test
    void aStatementInThePlaceOfAnotherIsRefused() throws IOException {
        shop.proposed().approved().published("");
        var files = shop.collect();
        files.put(Claim.CADENCE.file(), files.get(Claim.APPROVALS.file()));

        assertThat(failed(check(files))).singleElement().asString().contains(Claim.CADENCE.file());
    }

    @Test
    void anotherKeyOrAnotherArtifactProvesNothing() throws IOException {
        shop.proposed().approved().published("");
        var place = write(shop.collect());
        var stranger = new Verifier(List.of(new ReleasedShop(folder).key.publicKey()));
        var other = Files.writeString(folder.resolve("other.ipa"), "other");

        assertThat(new EvidenceCheck(stranger).check(place, null))
                .singleElement()
                .satisfies(check -> assertThat(check.sentence()).contains("not signed by a trusted key"));
        assertThat(failed(new EvidenceCheck(verifier()).check(place, other)))
                .extracting(Check::what)
                .containsExactly("artifact");
    }

    @Test
    void theCheckpointInTheBundleHoldsTheLedgerThatGoesOn() throws Exception {
        shop.proposed().approved().published("");
        var checkpoint = Checkpoint.read(Objects.requireNonNull(shop.collect().get(Contents.CHECKPOINT)), verifier());
        var ledger = folder.resolve("ledger.jsonl");
        shop.forge(FleetState.draft("ci", Map.of("eu", "7")));

        assertThat(checkpoint.verify(new FileLedger(ledger)).sequence())
                .isEqualTo(checkpoint.head().sequence() + 1);
        var lines = Files.readAllLines(ledger);
        Files.write(ledger, lines.subList(0, 2));
        assertThatThrownBy(() -> checkpoint.verify(new FileLedger(ledger)))
                .isInstanceOf(BrokenLedger.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void aCheckpointOfAnotherLedgerIsFoundOut() throws IOException {
        shop.proposed().approved().published("");
        var files = shop.collect();
        var other = new Checkpoint(new Head(4, "0".repeat(64)), Instant.EPOCH).sign(new Signer(List.of(shop.key)));
        files.put(Contents.CHECKPOINT, other.json().getBytes(StandardCharsets.UTF_8));
        resigned(files, Claim.CONTENTS, unused -> Predicates.contents(contents(files)));

        assertThat(failed(check(files))).extracting(Check::what).containsExactly("ledger");
    }

    /** What is no statement, as the list of contents has it. */
    private static Map<String, byte[]> contents(Map<String, byte[]> files) {
        var contents = new TreeMap<>(files);
        contents.keySet().removeIf(name -> name.startsWith("statements/"));
        return contents;
    }

    @Test
    void aFailedGateHasEvidenceOfItsFailure() throws IOException {
        shop.proposed(ReleasedShop.weakness()).approved();

        var files = shop.collect();

        assertThat(predicate(files, Claim.VERDICT).path("verificationResult").asText())
                .isEqualTo("FAILED");
        assertThat(failed(check(files))).extracting(Check::what).contains("verdict", "publication");
    }

    @Test
    void brokenGlassIsNoApproval() throws IOException {
        shop.proposed().published("the site is down");

        assertThat(failed(check(shop.collect())))
                .singleElement()
                .satisfies(check -> assertThat(check.sentence()).contains("breaking the glass: the site is down"));
    }

    @Test
    void aKeyHolderWhoRecordsAPublicationPastTheDeskIsFoundOut() throws IOException {
        shop.proposed();
        var payload = SupportEvents.payload(ReleasedShop.TRACK, ReleasedShop.VERSION)
                .put("digest", "00")
                .put("storeLiveAt", "2026-09-08T10:00:00Z");
        payload.putArray("endings");
        payload.putArray("minimum");
        shop.forge(new Draft("mallory", SupportEvents.PUBLISHED, 1, payload));

        assertThat(failed(check(shop.collect()))).extracting(Check::what).containsExactly("approvals", "publication");
    }

    @Test
    void aPolicyLoosenedAfterwardsDoesNotCarryTheVerdict() throws IOException {
        shop.proposed(ReleasedShop.weakness()).approved();
        shop.policy(shop.policy() + "gate: {defaults: false}\n");

        assertThat(failed(check(shop.collect())))
                .filteredOn(check -> check.what().equals("verdict"))
                .singleElement()
                .satisfies(check -> assertThat(check.sentence()).contains("not in the bundle"));
    }

    @Test
    void aVerdictThatIsSignedButNotTheFindingsOwnIsFoundOut() throws IOException {
        shop.proposed(ReleasedShop.weakness()).approved();
        var files = resigned(shop.collect(), Claim.VERDICT, predicate -> predicate.put("verificationResult", "PASSED"));

        assertThat(failed(check(files)))
                .filteredOn(check -> check.what().equals("verdict"))
                .singleElement()
                .satisfies(check -> assertThat(check.sentence()).contains("not that of the report"));
    }

    @Test
    void signedApprovalsThatNobodyGaveAreFoundOut() throws IOException {
        shop.proposed();
        var files = resigned(shop.collect(), Claim.APPROVALS, predicate -> {
            predicate
                    .withArrayProperty("decisions")
                    .addObject()
                    .put("by", "carl")
                    .put("approves", true);
            return predicate;
        });

        assertThat(failed(check(files)))
                .filteredOn(check -> check.what().equals("approvals"))
                .singleElement()
                .satisfies(check -> assertThat(check.sentence()).contains("something else than was signed"));
    }

    @Test
    void failedOrMissingTestsDoNotHold() throws IOException {
        shop.proposed().approved().published("");
        shop.tests("TEST-bad.xml", """
                <testsuite><testcase classname="shop.PayTest" name="pays"><failure/></testcase></testsuite>""");

        assertThat(failed(check(shop.collect()))).extracting(Check::what).containsExactly("tests");
        assertThat(failed(check(shop.collect(TestResults.read(List.of())))))
                .extracting(Check::sentence)
                .containsExactly("no test results were collected");
    }

    @Test
    void anotherReportThanTheProposedOneIsRefused() throws IOException {
        shop.proposed().approved().published("");
        Files.writeString(folder.resolve("report.json"), "{}");

        assertThatThrownBy(() -> shop.collect()).isInstanceOf(BadInput.class).hasMessageContaining("not the report");
    }

    @Test
    void strangersInTheFolderAreNamedAndIgnored() throws IOException {
        shop.proposed().approved().published("");
        var files = shop.collect();
        files.put("reports/readme.txt", "believe me".getBytes(StandardCharsets.UTF_8));

        assertThat(check(files))
                .allMatch(Check::holds)
                .anySatisfy(
                        check -> assertThat(check.sentence()).contains("not signed and ignored: reports/readme.txt"));
    }

    private Map<String, byte[]> resigned(Map<String, byte[]> files, Claim claim, UnaryOperator<ObjectNode> change)
            throws IOException {
        var statement =
                new Statement(List.of(Artifact.of(shop.artifact)), claim.predicateType(), change.apply((ObjectNode)
                        predicate(files, claim)));
        var envelope = new Signer(List.of(shop.key)).sign(Statement.PAYLOAD_TYPE, statement.bytes());
        files.put(claim.file(), envelope.json().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static JsonNode predicate(Map<String, byte[]> files, Claim claim) throws IOException {
        try {
            var payload = Envelope.parse(Objects.requireNonNull(files.get(claim.file())))
                    .payload();
            assertThat(CanonicalJson.bytes(JSON.readTree(payload))).isEqualTo(payload);
            return JSON.readTree(payload).path("predicate");
        } catch (NotTrusted e) {
            throw new AssertionError(e);
        }
    }

    private List<Check> check(Map<String, byte[]> files) throws IOException {
        return new EvidenceCheck(verifier()).check(write(files), shop.artifact);
    }

    private static List<Check> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.holds()).toList();
    }

    private Verifier verifier() {
        return new Verifier(List.of(shop.key.publicKey()));
    }

    private Path write(Map<String, byte[]> files) throws IOException {
        var place = Files.createTempDirectory(folder, "bundle");
        for (var file : files.entrySet()) {
            var path = place.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return place;
    }
}
