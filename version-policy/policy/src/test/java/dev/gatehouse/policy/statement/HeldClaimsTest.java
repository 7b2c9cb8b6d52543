package dev.gatehouse.policy.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.policy.backup.RestoreState;
import dev.gatehouse.policy.document.ClientVersionPolicy;
import dev.gatehouse.policy.evidence.BundleFolder;
import dev.gatehouse.policy.evidence.ReleasedShop;
import dev.gatehouse.policy.incident.Affected;
import dev.gatehouse.policy.incident.IncidentCommand;
import dev.gatehouse.policy.incident.IncidentDesk;
import dev.gatehouse.policy.incident.IncidentState;
import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.release.DocumentIssue;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.statement.file.StatementReader;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims that the files beside the ledger show: bundles, documents, counts of clients, open findings; and incidents. */
class HeldClaimsTest {
    private static final Instant NOON = Instant.parse("2026-09-08T12:00:00Z");
    private static final ClientVersion ONE = ClientVersion.parse("1.0.0");

    @TempDir
    Path folder;

    private ReleasedShop shop;

    @BeforeEach
    void aShop() throws IOException {
        shop = new ReleasedShop(folder);
        Files.writeString(folder.resolve("release.pub"), PublicKeys.pem(shop.key.publicKey()));
    }

    @Test
    void bundlesThatProveTheirReleaseHoldUntilOneDoesNot() throws IOException {
        shop.proposed().approved().published("");
        var bundle = new BundleFolder(folder.resolve("evidence"));
        bundle.write(new TreeMap<>(shop.collect()));
        var files = "bundles: [evidence.zip, evidence]";

        var told = told(files, "{kind: bundles, title: t}", NOON);
        assertThat(told.state()).isEqualTo(State.HOLDS);
        assertThat(told.answer().sentence()).isEqualTo("2 of 2 bundles prove their release.");
        assertThat(told.answer().proofs()).extracting(Proof::name).containsExactly("evidence.zip", "evidence");
        assertThat(told.answer().proofs().get(0).sha256()).hasSize(64);

        Files.writeString(folder.resolve("evidence/reports/report.json"), " ", StandardOpenOption.APPEND);
        var changed = told(files, "{kind: bundles, title: t}", NOON);
        assertThat(changed.state()).isEqualTo(State.DOES_NOT_HOLD);
        assertThat(Objects.requireNonNull(changed.answer().grid()).rows())
                .extracting(Grid.Row::state)
                .containsExactly(State.HOLDS, State.DOES_NOT_HOLD);
    }

    @Test
    void clientsThatRunSupportedVersionsHold() throws IOException {
        shop.proposed().approved().published("");
        Files.writeString(folder.resolve("adoption.json"), """
                {"shop/ios/stable": {"1.0.0": 970, "0.9.0": 30}, "shop/android/stable": {"1.0.0": 1}}""");
        var claim = "{kind: client-versions, title: t, app: shop, platform: ios, adoption-at-least: %d}";

        var told = told("adoption: adoption.json", claim.formatted(97), NOON);
        assertThat(told.state()).isEqualTo(State.HOLDS);
        assertThat(told.answer().sentence()).endsWith("97.0 % of 1000 questions came from supported versions.");
        assertThat(told("adoption: adoption.json", claim.formatted(98), NOON).state())
                .isEqualTo(State.DOES_NOT_HOLD);
    }

    @Test
    void aSentenceIsTheSameWhateverTheLanguageOfTheMachine() throws IOException {
        shop.proposed().approved().published("");
        Files.writeString(folder.resolve("adoption.json"), "{\"shop/ios/stable\": {\"1.0.0\": 1}}");
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(told(
                                    "adoption: adoption.json",
                                    "{kind: client-versions, title: t, app: shop, platform: ios, adoption-at-least: 1}",
                                    NOON)
                            .answer()
                            .sentence())
                    .contains("100.0 %");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theDocumentThatClientsAreToldIsHeldToTheLedger() throws IOException {
        shop.proposed().approved().published("");
        var rules = ReleaseRules.read(GatehouseFile.open(folder.resolve("policy.yml")), null);
        var clock = Clock.fixed(NOON.minus(Duration.ofHours(1)), ZoneOffset.UTC);
        var document = new DocumentIssue(rules.support(), new Signer(List.of(shop.key)))
                .issue(new Ledger<>(ledger(), clock, ReleaseState::new, ReleaseState::accept), "ci")
                .get(0);
        var file = folder.resolve("documents").resolve(ClientVersionPolicy.path(document.track()));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, document.envelope().json());
        var claim = "{kind: client-versions, title: t, app: shop, platform: ios}";

        assertThat(told("documents: documents", claim, NOON).state()).isEqualTo(State.HOLDS);
        var expired = told("documents: documents", claim, NOON.plus(Duration.ofDays(400)));
        assertThat(expired.state()).isEqualTo(State.DOES_NOT_HOLD);
        assertThat(expired.answer().sentence()).contains("is not to be believed: expired at");
        Files.writeString(file, document.envelope().json().replace("\"sig\":\"", "\"sig\":\"A"));
        assertThat(told("documents: documents", claim, NOON).state()).isEqualTo(State.DOES_NOT_HOLD);
    }

    @Test
    void openFindingsHoldUntilTheirTimeIsOver() throws IOException {
        Files.writeString(
                folder.resolve("policy.yml"),
                "gate: {service-levels: {critical: 2, high: 14}}\n",
                StandardOpenOption.APPEND);
        shop.proposed(ReleasedShop.weakness()
                .withState(dev.gatehouse.findings.model.State.EXISTING, null, "2026-09-07T09:00:00Z"));
        var claim = "{kind: findings-in-time, title: t}";

        var told = told("", claim, NOON);
        assertThat(told.state()).isEqualTo(State.HOLDS);
        assertThat(told.answer().sentence()).isEqualTo("1 open findings on 2026-09-08, 0 of them beyond their time.");
        var later = told("", claim, NOON.plus(Duration.ofDays(2)));
        assertThat(later.state()).isEqualTo(State.DOES_NOT_HOLD);
        assertThat(Objects.requireNonNull(later.answer().grid()).rows().get(0).cells())
                .containsExactly("critical", "2 days", "1", "1");
    }

    @Test
    void anIncidentThatARecordedReleaseMendedInTimeHolds() throws IOException {
        shop.proposed().approved();
        incident(new IncidentCommand.Open("prices can be changed", Severity.CRITICAL, "SEC-12", List.of()));
        shop.published("");
        incident(new IncidentCommand.Close("INC-2026-001", "customers told", new Affected(ReleasedShop.TRACK, ONE)));

        var told = told("", "{kind: incidents, title: t, fixed-within: {critical: 1}}", NOON);
        assertThat(told.state()).isEqualTo(State.HOLDS);
        assertThat(told.answer().sentence())
                .isEqualTo(
                        "1 incidents recorded in the last year, 0 open, 0 beyond their time. Half of the fixes were released within 0 h 1 min.");
        assertThat(Objects.requireNonNull(told.answer().grid()).rows().get(0).cells())
                .containsExactly("INC-2026-001", "critical", "2026-09-08", "closed", "0 h 1 min")
                .doesNotContain("prices can be changed");
    }

    @Test
    void anIncidentThatStaysOpenTooLongIsAgainstTheClaim() throws IOException {
        shop.proposed();
        incident(new IncidentCommand.Open("prices can be changed", Severity.CRITICAL, "", List.of()));
        var claim = "{kind: incidents, title: t, fixed-within: {critical: 1}}";

        assertThat(told("", claim, NOON).state()).isEqualTo(State.HOLDS);
        assertThat(told("", claim, NOON.plus(Duration.ofDays(1))).state()).isEqualTo(State.DOES_NOT_HOLD);
    }

    @Test
    void aRestoreIsEvidenceForSomeTime() throws IOException {
        shop.proposed();
        var made = Instant.parse("2026-09-07T02:30:00Z");
        shop.forge(RestoreState.draft("ops", made, new Head(7, "0".repeat(64)), true));
        var claim = "{kind: backup, title: t, restored-within: 30}";

        var told = told("", claim, NOON);
        assertThat(told.state()).isEqualTo(State.HOLDS);
        assertThat(told.answer().sentence())
                .isEqualTo(
                        "On 2026-09-08 the backup of 2026-09-07 was put back: all 7 entries of its ledger fit, and every file had its digest.");
        assertThat(told("", claim, NOON.plus(Duration.ofDays(31))).state()).isEqualTo(State.NO_EVIDENCE);
    }

    @Test
    void aLedgerIsReadOnceForAllClaims() throws IOException {
        shop.proposed().approved().published("");
        var opened = new AtomicInteger();
        var plan = plan("", """
                {kind: approvals, title: t}
                - {kind: ledger, title: t}
                - {kind: access, title: t}
                - {kind: incidents, title: t, fixed-within: {critical: 1}}""");
        var evidence = new Evidence(
                plan.sources(),
                new Outside(
                        name -> {
                            opened.incrementAndGet();
                            return ledger();
                        },
                        NobodysAccess::new,
                        null),
                NOON);

        Statement.of(plan, evidence, Map.of());

        assertThat(opened).hasValue(1);
    }

    /** A book in which nobody has access. */
    static final class NobodysAccess implements AccessBook {
        @Override
        public void accept(Entry entry) {
            // nobody
        }

        @Override
        public List<AccessGrant> inForce(Instant now) {
            return List.of();
        }
    }

    private void incident(IncidentCommand command) throws IOException {
        var state = new IncidentState();
        ledger().read(Head.START, state::accept);
        var rules = ReleaseRules.read(GatehouseFile.open(folder.resolve("policy.yml")), null);
        shop.forge(new IncidentDesk(rules.approvals()).decide(state, command, "carl", NOON));
    }

    private FileLedger ledger() {
        return new FileLedger(folder.resolve("ledger.jsonl"));
    }

    private Told told(String evidence, String claim, Instant now) {
        var plan = plan(evidence, claim);
        var outside = new Outside(name -> new FileLedger(Path.of(name)), NobodysAccess::new, null);
        return Statement.of(plan, new Evidence(plan.sources(), outside, now), Map.of())
                .claims()
                .get(0);
    }

    private StatementPlan plan(String evidence, String claim) {
        try {
            var file = Files.writeString(
                    folder.resolve("statement.yml"),
                    """
                    title: Security statement
                    product: Shop
                    contact: security@shop.example
                    evidence: {policy: policy.yml, ledger: ledger.jsonl, key: release.pub, report: report.json%s}
                    claims:
                    - %s
                    """.formatted(evidence.isEmpty() ? "" : ", " + evidence, claim),
                    StandardCharsets.UTF_8);
            return StatementReader.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
