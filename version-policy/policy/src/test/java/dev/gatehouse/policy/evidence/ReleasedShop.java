package dev.gatehouse.policy.evidence;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.gate.Gate;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ProjectInfo;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.OwaspMatrix;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.json.JsonFormat;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shop on disk whose version is scanned, proposed, approved and published by the real parts. */
public final class ReleasedShop {
    public static final Track TRACK = new Track("shop", "ios", "stable");
    static final ClientVersion VERSION = ClientVersion.parse("1.0.0");

    private static final String POLICY = """
            release:
              anchor: 2026-09-08
              timeZone: Europe/Berlin
              minor: every 2 weeks
              major: every quarter
            versions: {apps: {shop: {ios: {channels: [stable]}}}}
            approvals:
              roles: {release-manager: [anna], security-officer: [carl]}
              require: {release-manager: 1, security-officer: 1}
              breakGlass: [release-manager]
            """;

    public final SigningKey key = key();
    final Path artifact;
    private final Path folder;
    private List<OwaspMatrix> matrices = List.of();
    private Instant now = Instant.parse("2026-09-08T10:00:00Z");

    public ReleasedShop(Path folder) throws IOException {
        this.folder = folder;
        this.artifact = Files.writeString(folder.resolve("shop.ipa"), "app");
        Files.writeString(folder.resolve("policy.yml"), POLICY);
    }

    /** The scan will have these in its report. */
    public ReleasedShop with(OwaspMatrix... seen) {
        matrices = List.of(seen);
        return this;
    }

    /** Scans and proposes: with nothing found, or with one weakness. */
    public ReleasedShop proposed(Finding... findings) throws IOException {
        var report = report(List.of(findings));
        try (var out = Files.newOutputStream(folder.resolve("report.json"))) {
            new JsonFormat().write(report, out);
        }
        decide(
                "paul",
                new Command.Propose(new Candidate(
                        TRACK,
                        VERSION,
                        List.of(Artifact.of(artifact)),
                        "c0ffee",
                        List.of("paul@example.org"),
                        ScanResult.read(folder.resolve("report.json")))));
        return this;
    }

    public ReleasedShop approved() {
        decide("anna", new Command.Approve(TRACK, VERSION, "release-manager"));
        decide("carl", new Command.Approve(TRACK, VERSION, "security-officer"));
        return this;
    }

    public ReleasedShop published(String breakGlass) {
        decide("anna", new Command.Publish(TRACK, VERSION, List.of(), null, "", breakGlass));
        return this;
    }

    /** What nobody could record by way of the desk. */
    public void forge(Draft draft) {
        ledger().decide((state, unused) -> draft);
    }

    public Map<String, byte[]> collect() {
        return collect(TestResults.read(List.of(tests("TEST-shop.xml", """
                <testsuite><testcase classname="shop.CartTest" name="adds"/></testsuite>"""))));
    }

    Map<String, byte[]> collect(TestResults tests) {
        var sources = new ReleaseEvidence.Sources(
                new FileLedger(folder.resolve("ledger.jsonl")),
                folder.resolve("report.json"),
                folder.resolve("policy.yml"),
                null,
                tests);
        return new ReleaseEvidence(sources, new Signer(List.of(key)), clock()).collect(TRACK, VERSION);
    }

    Path tests(String name, String xml) {
        try {
            var tests = Files.createDirectories(folder.resolve("tests"));
            Files.writeString(tests.resolve(name), xml);
            return tests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void policy(String text) throws IOException {
        Files.writeString(folder.resolve("policy.yml"), text);
    }

    String policy() throws IOException {
        return Files.readString(folder.resolve("policy.yml"));
    }

    public static Finding weakness() {
        return Finding.seen(
                        ScannerKind.SAST,
                        "SQL_INJECTION_JDBC",
                        "SQL from input",
                        Severity.CRITICAL,
                        new Location.Code("shop", "Shop.java", "shop.Shop", "find()V", 3, 3, "c"),
                        Evidence.NONE)
                .withId("f1");
    }

    private void decide(String actor, Command command) {
        now = now.plusSeconds(60);
        var desk = new ReleaseDesk(rules());
        ledger().decide((state, at) -> desk.decide(state, command, actor, at));
    }

    private Ledger<ReleaseState> ledger() {
        return new Ledger<>(
                new FileLedger(folder.resolve("ledger.jsonl")), clock(), ReleaseState::new, ReleaseState::accept);
    }

    private ReleaseRules rules() {
        return ReleaseRules.read(GatehouseFile.open(folder.resolve("policy.yml")), null);
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private Report report(List<Finding> findings) {
        var policy = new PolicyReader(clock()).read(folder.resolve("policy.yml"), null);
        var runs = List.of(run(ScannerKind.SAST, null), run(ScannerKind.SCA, "2026-09-01"));
        var gate = new Gate(policy, clock());
        var accepted = gate.accept(findings);
        return new Report(
                Report.SCHEMA_VERSION,
                new Report.Tool("Gatehouse", "0.1.0"),
                now,
                new ProjectInfo("shop", "maven", "/srv/shop", "c0ffee", "main", List.of(), List.of()),
                runs,
                List.of(),
                accepted.findings(),
                List.of(),
                matrices,
                List.of(),
                null,
                policy.info(),
                gate.judge(accepted, runs, List.of()));
    }

    private static ScannerRun run(ScannerKind kind, @Nullable String databaseDate) {
        return new ScannerRun(
                kind, kind.name(), "1", ScannerStatus.COMPLETED, "", 1, null, databaseDate, Map.of(), List.of());
    }

    private static SigningKey key() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            return new SigningKey(1, Instant.EPOCH, pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
