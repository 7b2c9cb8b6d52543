package dev.gatehouse.policy.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.acceptance.Authority;
import dev.gatehouse.findings.acceptance.Grants;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.json.ReportFile;
import dev.gatehouse.findings.vex.VexDocument;
import dev.gatehouse.policy.checkpoint.Checkpoint;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what proves one release and signs it. A release that was refused has evidence too: of that. */
public final class ReleaseEvidence {
    private final Sources sources;
    private final Signer signer;
    private final Clock clock;

    /**
     * Where the evidence comes from.
     *
     * @param report the {@code report.json} with which the version was proposed
     * @param floor the organisation's floor, if there is one
     */
    public record Sources(
            LedgerStore ledger,
            Path report,
            Path policy,
            @Nullable Path floor,
            TestResults tests) {}

    public ReleaseEvidence(Sources sources, Signer signer, Clock clock) {
        this.sources = sources;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * The files of the bundle by name, statements and contents.
     *
     * @throws BadInput when the report is not the one that the version was proposed with
     * @throws dev.gatehouse.policy.support.Refused when the version was never proposed
     * @throws dev.gatehouse.policy.ledger.BrokenLedger when the ledger's chain does not hold
     */
    public SortedMap<String, byte[]> collect(Track track, ClientVersion version) {
        var replay = Replay.of(sources.ledger(), rules(), track, version);
        var contents = contents(replay);
        var bundle = new TreeMap<>(contents.files());
        statements(replay, contents).forEach((claim, predicate) -> {
            var statement = new Statement(replay.candidate().artifacts(), claim.predicateType(), predicate);
            var envelope = signer.sign(Statement.PAYLOAD_TYPE, statement.bytes());
            bundle.put(claim.file(), envelope.json().getBytes(StandardCharsets.UTF_8));
        });
        return bundle;
    }

    private Contents contents(Replay replay) {
        var contents = new Contents();
        contents.addReport(reportBytes(replay.candidate()), ReportFile.read(sources.report()));
        var policy = new PolicyReader(clock).read(sources.policy(), sources.floor());
        contents.addPolicy(
                sources.policy(),
                vexFiles(policy, Authority.REPOSITORY),
                sources.floor(),
                vexFiles(policy, Authority.FLOOR));
        contents.addLedger(replay.lines(), new Checkpoint(replay.head(), clock.instant()).sign(signer));
        return contents;
    }

    private Map<Claim, JsonNode> statements(Replay replay, Contents contents) {
        var now = clock.instant();
        var report = ReportFile.read(sources.report());
        var said = new EnumMap<Claim, JsonNode>(Claim.class);
        said.put(
                Claim.VERDICT,
                Predicates.verdict(report, Sha256.of(contents.get(Contents.REPORT)), replay.candidate()));
        said.put(Claim.CONTENTS, Predicates.contents(contents.files()));
        said.put(Claim.SBOM, json(contents.get(Contents.BOM)));
        said.put(Claim.VEX, json(contents.get(Contents.VEX)));
        if (contents.files().containsKey(Contents.OPENVEX)) {
            said.put(Claim.OPENVEX, json(contents.get(Contents.OPENVEX)));
        }
        if (!sources.tests().isEmpty()) {
            said.put(Claim.TESTS, sources.tests().predicate());
        }
        said.put(Claim.RELEASE, Predicates.release(replay));
        said.put(Claim.APPROVALS, Predicates.approvals(replay, now));
        said.put(Claim.CADENCE, Predicates.cadence(replay, now));
        var departure = replay.departure();
        if (departure != null) {
            said.put(Claim.SUPPORT_WINDOW, Predicates.supportWindow(departure));
        }
        said.put(Claim.LEDGER, Predicates.ledger(replay));
        return said;
    }

    private ReleaseRules rules() {
        var floor = sources.floor();
        return ReleaseRules.read(
                GatehouseFile.open(sources.policy()), floor == null ? null : GatehouseFile.open(floor));
    }

    private byte[] reportBytes(Candidate candidate) {
        try {
            var bytes = Files.readAllBytes(sources.report());
            if (!Sha256.of(bytes).equals(candidate.scan().reportSha256())) {
                throw new BadInput(
                        "%s: is not the report that %s was proposed with; give the report.json whose SHA-256 is %s"
                                .formatted(
                                        sources.report(),
                                        candidate.version(),
                                        candidate.scan().reportSha256()));
            }
            return bytes;
        } catch (IOException e) {
            throw new BadInput(
                    "%s: cannot be read; 'gatehouse scan' writes report.json".formatted(sources.report()), e);
        }
    }

    private static List<String> vexFiles(Policy policy, Authority authority) {
        return policy.grants().stream()
                .filter(grants -> grants.authority() == authority)
                .map(Grants::vex)
                .flatMap(List::stream)
                .map(VexDocument::name)
                .toList();
    }

    private static JsonNode json(byte[] content) {
        try {
            return new ObjectMapper().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException("our own report is no JSON", e);
        }
    }
}
