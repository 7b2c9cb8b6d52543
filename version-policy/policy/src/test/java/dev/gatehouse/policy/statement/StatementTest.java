package dev.gatehouse.policy.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.OwaspMatrix;
import dev.gatehouse.findings.report.OwaspMatrix.Coverage;
import dev.gatehouse.policy.checkpoint.Checkpoint;
import dev.gatehouse.policy.evidence.ReleasedShop;
import dev.gatehouse.policy.fleet.FleetState;
import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.statement.file.StatementReader;
import dev.gatehouse.policy.statement.page.HtmlPage;
import dev.gatehouse.policy.statement.page.JsonPage;
import dev.gatehouse.policy.statement.page.MarkdownPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims of a shop that was scanned, approved and published by the real parts. */
class StatementTest {
    private static final Instant NOON = Instant.parse("2026-09-08T12:00:00Z");

    @TempDir
    Path folder;

    private ReleasedShop shop;

    @BeforeEach
    void aShop() throws IOException {
        shop = new ReleasedShop(folder);
        Files.writeString(folder.resolve("release.pub"), PublicKeys.pem(shop.key.publicKey()));
    }

    @Test
    void whatTheLedgerAndTheScanShowHolds() throws IOException {
        shop.proposed().approved().published("");
        keepCheckpoint();

        var statement = state("""
                - {kind: client-versions, title: 'at most three', app: shop, platform: ios}
                - {kind: cadence, title: 'every two weeks', app: shop, platform: ios}
                - {kind: approvals, title: 'two people'}
                - {kind: database-age, title: 'young', at-most: 8}
                - {kind: ledger, title: 'nothing is changed'}
                - {kind: incidents, title: 'fixed', fixed-within: {critical: 2}}
                - {kind: cryptography, title: 'keys'}
                """, NOON);

        assertThat(statement.claims())
                .extracting(told -> told.claim().id() + ": " + told.state().label())
                .containsExactly(
                        "client-versions: holds",
                        "cadence: holds",
                        "approvals: holds",
                        "database-age: holds",
                        "ledger: holds",
                        "incidents: holds",
                        "cryptography: holds");
        assertThat(of(statement, "approvals").answer().sentence())
                .isEqualTo(
                        "1 releases in the last year, each approved by at least 2 people who neither proposed nor wrote it.");
        assertThat(of(statement, "ledger").answer().proofs())
                .extracting(Proof::sha256)
                .doesNotContainNull();
    }

    @Test
    void aCategoryIsNeverGoodBecauseNothingLooked() throws IOException {
        shop.with(new OwaspMatrix(
                        "2025",
                        List.of(
                                row("A01:2025", Coverage.NOT_LOOKED_AT, Map.of(), List.of(), List.of(), "who may what"),
                                row(
                                        "A02:2025",
                                        Coverage.NOTHING_FOUND,
                                        Map.of(),
                                        List.of(ScannerKind.SAST),
                                        List.of(),
                                        "servers"),
                                row(
                                        "A03:2025",
                                        Coverage.NOTHING_FOUND,
                                        Map.of(),
                                        List.of(ScannerKind.SCA),
                                        List.of(),
                                        "unknown"),
                                row(
                                        "A04:2025",
                                        Coverage.NOTHING_FOUND,
                                        Map.of(),
                                        List.of(ScannerKind.SAST),
                                        List.of(),
                                        ""),
                                row(
                                        "A05:2025",
                                        Coverage.PARTLY_LOOKED_AT,
                                        Map.of(),
                                        List.of(ScannerKind.SAST),
                                        List.of(ScannerKind.DAST),
                                        ""),
                                row(
                                        "A06:2025",
                                        Coverage.FINDINGS,
                                        Map.of(Severity.CRITICAL, 1),
                                        List.of(ScannerKind.SAST),
                                        List.of(),
                                        "design"),
                                row(
                                        "A07:2025",
                                        Coverage.NOTHING_FOUND,
                                        Map.of(),
                                        List.of(ScannerKind.SAST),
                                        List.of(),
                                        "logins"))))
                .proposed()
                .approved()
                .published("");

        var statement = state("""
                - kind: owasp-top10
                  title: top ten
                  app: shop
                  platform: ios
                  people:
                    A03:2025: {owner: Carl, on: 2026-09-01, until: 2027-09-01, says: read the lists}
                    A06:2025: {owner: Carl, on: 2026-09-01, until: 2027-09-01, says: reviewed}
                    A07:2025: {owner: Carl, on: 2026-08-01, until: 2026-09-07, says: tried the logins}
                """, NOON);

        var told = of(statement, "owasp-top10");
        assertThat(told.state()).isEqualTo(State.DOES_NOT_HOLD);
        var grid = Objects.requireNonNull(told.answer().grid());
        assertThat(grid.rows())
                .extracting(Grid.Row::state)
                .containsExactly(
                        State.NO_EVIDENCE,
                        State.NO_EVIDENCE,
                        State.ATTESTED,
                        State.HOLDS,
                        State.NO_EVIDENCE,
                        State.DOES_NOT_HOLD,
                        State.NO_EVIDENCE);
        assertThat(grid.rows().get(6).cells().get(2)).endsWith("What Carl attested ran out on 2026-09-07.");
    }

    @Test
    void theReportOfAnotherVersionIsNoEvidence() throws IOException {
        shop.with(new OwaspMatrix(
                        "2025",
                        List.of(row(
                                "A01:2025",
                                Coverage.NOTHING_FOUND,
                                Map.of(),
                                List.of(ScannerKind.SAST),
                                List.of(),
                                ""))))
                .proposed()
                .approved()
                .published("");
        Files.writeString(folder.resolve("report.json"), " ", StandardOpenOption.APPEND);

        var told = of(state("- {kind: owasp-top10, title: t, app: shop, platform: ios}", NOON), "owasp-top10");

        assertThat(told.state()).isEqualTo(State.NO_EVIDENCE);
        assertThat(told.answer().sentence()).isEqualTo("report.json is not the report that 1.0.0 was proposed with.");
    }

    @Test
    void aVersionThatWentOutByBrokenGlassIsAgainstTheClaimWhateverSomebodySays() throws IOException {
        shop.proposed().published("the shop is down");

        var told = of(state("""
                        - kind: approvals
                          title: two people
                          attested: {owner: Carl, on: 2026-09-01, until: 2027-09-01, says: all is well}
                        """, NOON), "approvals");

        assertThat(told.state()).isEqualTo(State.DOES_NOT_HOLD);
        assertThat(told.answer().sentence()).contains("1 of 1 releases", "shop/ios/stable 1.0.0");
    }

    @Test
    void aLedgerThatWasCutOffDoesNotHoldAndAChangedOneIsNoEvidence() throws IOException {
        shop.proposed().approved().published("");
        keepCheckpoint();
        var whole = Files.readString(folder.resolve("ledger.jsonl"));
        var claims = "- {kind: ledger, title: t}\n- {kind: approvals, title: t}";

        Files.writeString(
                folder.resolve("ledger.jsonl"), whole.substring(0, whole.trim().lastIndexOf('\n') + 1));
        assertThat(of(state(claims, NOON), "ledger").state()).isEqualTo(State.DOES_NOT_HOLD);

        Files.writeString(folder.resolve("ledger.jsonl"), whole.replaceFirst("anna", "emma"));
        assertThat(of(state(claims, NOON), "ledger").state()).isEqualTo(State.NO_EVIDENCE);
        assertThat(of(state(claims, NOON), "approvals").state()).isEqualTo(State.NO_EVIDENCE);
    }

    @Test
    void aLedgerWithoutCheckpointIsNotCalledWhole() throws IOException {
        shop.proposed();

        var told = of(state("- {kind: ledger, title: t}", NOON), "ledger");

        assertThat(told.state()).isEqualTo(State.NO_EVIDENCE);
    }

    @Test
    void evidenceGetsTooOld() throws IOException {
        shop.proposed().approved().published("");
        shop.forge(FleetState.draft("ci", Map.of("eu", "7", "us", "7")));
        var claims = "- {kind: single-server, title: t}\n- {kind: database-age, title: t, at-most: 9}";

        assertThat(of(state(claims, NOON), "single-server").state()).isEqualTo(State.HOLDS);
        var later = state(claims, NOON.plus(Duration.ofDays(40)));
        assertThat(later.count(State.NO_EVIDENCE)).isEqualTo(2);
    }

    @Test
    void severalServerVersionsAreAgainstTheClaimAndSilenceIsNoEvidence() {
        shop.forge(FleetState.draft("ci", Map.of("eu", "7", "us", "8")));
        assertThat(of(state("- {kind: single-server, title: t}", NOON), "single-server")
                        .state())
                .isEqualTo(State.DOES_NOT_HOLD);

        shop.forge(FleetState.draft("ci", Map.of("eu", "7", "us", "")));
        assertThat(of(state("- {kind: single-server, title: t}", NOON), "single-server")
                        .state())
                .isEqualTo(State.NO_EVIDENCE);
    }

    @Test
    void nothingAtAllIsNoEvidenceAndSaidWhy() {
        var statement = state("""
                - {kind: findings-in-time, title: t}
                - {kind: bundles, title: t}
                - {kind: access, title: t}
                - {kind: backup, title: t}
                """, NOON);

        assertThat(statement.count(State.NO_EVIDENCE)).isEqualTo(4);
        assertThat(of(statement, "bundles").answer().sentence())
                .isEqualTo("The statement names no bundles under 'evidence'.");
    }

    @Test
    void itIsSoSinceTheStatementThatSaidItFirst() throws IOException {
        var claims = "- {kind: backup, title: t}";
        var first = state(claims, NOON);
        var before = JsonPage.before(JsonPage.of(first, "t").getBytes(StandardCharsets.UTF_8));
        var later = NOON.plus(Duration.ofDays(3));

        assertThat(Statement.of(first.plan(), evidence(first.plan(), later), before)
                        .claims()
                        .get(0)
                        .since())
                .isEqualTo(NOON);
        assertThat(state(claims, later).claims().get(0).since()).isEqualTo(later);
        assertThat(JsonPage.before("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void mistakesOfTheFileAreToldWithTheirPlaces() throws IOException {
        var file = Files.writeString(folder.resolve("statement.yml"), """
                title: t
                product: p
                contact: c
                evidence: {reprot: x}
                claims:
                  - {kind: cadance, title: t}
                  - kind: attested
                    title: t
                    attested: {owner: Carl, on: 2026-01-01, until: 2028-01-01, says: x}
                """);

        assertThatThrownBy(() -> StatementReader.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("statement.yml:4:12: unknown key 'reprot'; did you mean 'report'?")
                .hasMessageContaining(
                        "statement.yml:6:12: there is no kind of claim 'cadance'; did you mean 'cadence'?")
                .hasMessageContaining("statement.yml:9:52: a word counts for at most 366 days from 2026-01-01 on");
    }

    @Test
    void theJsonIsAsItsSchemaSays() throws IOException {
        shop.proposed().approved().published("");
        var statement = state("""
                - {kind: client-versions, title: t, app: shop, platform: ios}
                - {kind: database-age, title: t}
                - {kind: backup, title: t}
                """, NOON);

        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../../docs/schema/statement.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(JsonPage.of(statement, "Gatehouse 1"), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void whatATitleHoldsNeverBecomesMarkup() throws IOException {
        var statement = state("- {kind: backup, title: '<img src=x> | *bold* [a](b)'}", NOON);

        var html = HtmlPage.of(statement, "Gatehouse 1");
        assertThat(html)
                .contains("&lt;img src=x&gt;", "default-src 'none'; style-src 'sha256-")
                .doesNotContain("<img", "<script", " style=");
        assertThat(MarkdownPage.of(statement, "Gatehouse 1")).contains("\\<img src=x\\> \\| \\*bold\\* \\[a\\](b)");
    }

    private static OwaspMatrix.Row row(
            String id,
            Coverage coverage,
            Map<Severity, Integer> found,
            List<ScannerKind> looked,
            List<ScannerKind> missing,
            String notJudged) {
        return new OwaspMatrix.Row(id, "name", coverage, found, 0, looked, missing, notJudged);
    }

    private void keepCheckpoint() throws IOException {
        var head = LedgerAudit.verify(new FileLedger(folder.resolve("ledger.jsonl")));
        var checkpoint = new Checkpoint(head, NOON).sign(new Signer(List.of(shop.key)));
        Files.writeString(folder.resolve("checkpoint.json"), checkpoint.json());
    }

    private Statement state(String claims, Instant now) {
        try {
            var checkpoint = Files.exists(folder.resolve("checkpoint.json")) ? ", checkpoint: checkpoint.json" : "";
            var file = Files.writeString(folder.resolve("statement.yml"), """
                    title: Security statement
                    product: Shop
                    contact: security@shop.example
                    evidence: {policy: policy.yml, ledger: ledger.jsonl, key: release.pub, report: report.json%s}
                    claims:
                    %s""".formatted(checkpoint, claims.indent(2)));
            var plan = StatementReader.read(file);
            return Statement.of(plan, evidence(plan, now), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Evidence evidence(StatementPlan plan, Instant now) {
        return new Evidence(
                plan.sources(),
                new Outside(name -> new FileLedger(Path.of(name)), HeldClaimsTest.NobodysAccess::new, null),
                now);
    }

    private static Told of(Statement statement, String id) {
        return statement.claims().stream()
                .filter(told -> told.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
