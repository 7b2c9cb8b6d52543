package dev.gatehouse.policy.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.policy.checkpoint.Checkpoint;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.policy.train.Ruling;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Whether what was signed is what the ledger, the policy and the findings in the bundle come to. */
final class Meaning {
    private final Believed believed;
    private final Replay replay;
    private final Report report;
    private final Unpacked unpacked;
    private final Verifier verifier;

    Meaning(Believed believed, Unpacked unpacked, Verifier verifier) {
        this.believed = believed;
        this.verifier = verifier;
        this.unpacked = unpacked;
        this.report = unpacked.report();
        var release = claim(Claim.RELEASE);
        this.replay = Replay.of(
                unpacked.ledger(), unpacked.rules(), SupportEvents.track(release), SupportEvents.version(release));
    }

    List<Check> checks() {
        var checks = new ArrayList<Check>();
        checks.add(ledger());
        checks.add(candidate());
        checks.add(verdict());
        checks.add(materials());
        checks.add(tests());
        checks.add(approvals());
        checks.add(cadence());
        checks.add(publication());
        return checks;
    }

    private Check ledger() {
        var head = replay.head();
        if (!same(Claim.LEDGER, Predicates.ledger(replay))
                || !checkpoint().head().equals(head)) {
            return Check.no("ledger", "the ledger in the bundle does not end at the signed checkpoint");
        }
        return Check.yes(
                "ledger",
                "the chain of %d entries ends at the signed checkpoint; %d of them are about this version"
                        .formatted(head.sequence(), replay.entries().size()));
    }

    private Checkpoint checkpoint() {
        try {
            return Checkpoint.read(file(Contents.CHECKPOINT), verifier);
        } catch (NotTrusted e) {
            throw new IllegalArgumentException("%s: %s".formatted(Contents.CHECKPOINT, e.getMessage()), e);
        }
    }

    /** The release that was signed is the one that was proposed: these artifacts, this scan. */
    private Check candidate() {
        var candidate = replay.candidate();
        if (!new HashSet<>(candidate.artifacts()).equals(new HashSet<>(believed.subjects()))) {
            return Check.no("candidate", "the ledger has %s with other artifacts".formatted(candidate.version()));
        }
        if (!candidate.scan().reportSha256().equals(Sha256.of(file(Contents.REPORT)))) {
            return Check.no("candidate", "%s was proposed with another report".formatted(candidate.version()));
        }
        return same(Claim.RELEASE, Predicates.release(replay))
                ? Check.yes(
                        "candidate",
                        "%s of %s, commit %s, proposed by %s"
                                .formatted(
                                        candidate.version(),
                                        candidate.track(),
                                        candidate.commit(),
                                        replay.proposal().proposer()))
                : Check.no("candidate", "the ledger tells the release otherwise than it was signed");
    }

    private Check verdict() {
        var signed = Predicates.verdict(report, Sha256.of(file(Contents.REPORT)), replay.candidate());
        if (!same(Claim.VERDICT, signed)) {
            return Check.no("verdict", "the signed summary is not that of the report");
        }
        var judged = new Judged(report);
        var policy = judged.policy(unpacked);
        if (policy.isEmpty()) {
            return Check.no(
                    "verdict",
                    "the policy that the scan was judged by is not in the bundle, or another version of"
                            + " Gatehouse judged it");
        }
        var again = judged.under(policy.get());
        if (again.status() != report.verdict().status()) {
            return Check.no(
                    "verdict",
                    "the policy in the bundle says %s of these findings, the report says %s"
                            .formatted(
                                    again.status().label(),
                                    report.verdict().status().label()));
        }
        var sentence = "%s, by all %d rules of the policy in the bundle, judged again"
                .formatted(again.status().label(), again.rules().size());
        return new Check("verdict", again.status() == Verdict.Status.PASSED, sentence);
    }

    /** The statements for other tools say what the files of the bundle say. */
    private Check materials() {
        var others = Map.of(
                Claim.SBOM, Contents.BOM,
                Claim.VEX, Contents.VEX,
                Claim.OPENVEX, Contents.OPENVEX);
        for (var other : others.entrySet()) {
            var content = believed.files().get(other.getValue());
            if (content != null && !same(other.getKey(), json(content))) {
                return Check.no("materials", other.getKey().file() + " is not what " + other.getValue() + " says");
            }
        }
        return Check.yes(
                "materials",
                "bill of materials with %d components, %d findings that somebody decided about"
                        .formatted(
                                report.components().size(),
                                report.findings().stream()
                                        .filter(finding -> finding.acceptance() != null)
                                        .count()));
    }

    private static JsonNode json(byte[] content) {
        try {
            return new ObjectMapper().readTree(content);
        } catch (IOException e) {
            throw new IllegalArgumentException("a signed file is no JSON", e);
        }
    }

    private Check tests() {
        var tests = believed.claim(Claim.TESTS);
        if (tests.isEmpty()) {
            return Check.no("tests", "no test results were collected");
        }
        var json = tests.get();
        var sentence = "%d passed, %d failed, %d left out"
                .formatted(
                        json.path("passedTests").size(),
                        json.path("failedTests").size(),
                        json.path("warnedTests").size());
        boolean ran = !json.path("passedTests").isEmpty();
        return new Check("tests", ran && !json.path("result").asText().equals("FAILED"), sentence);
    }

    private Check approvals() {
        var departure = replay.departure();
        if (departure != null && !departure.breakGlass().isEmpty()) {
            return Check.no("approvals", "published without approvals, breaking the glass: " + departure.breakGlass());
        }
        return rulings("approvals", Claim.APPROVALS, Predicates::isApproval);
    }

    private Check cadence() {
        return rulings("cadence", Claim.CADENCE, Predicates::isCadence);
    }

    private Check rulings(String what, Claim claim, Predicate<Ruling> wanted) {
        var now = moment();
        var again = claim == Claim.APPROVALS ? Predicates.approvals(replay, now) : Predicates.cadence(replay, now);
        if (!same(claim, again)) {
            return Check.no(what, "the policy and the ledger in the bundle come to something else than was signed");
        }
        var rulings = replay.rulings(now).stream().filter(wanted).toList();
        var broken = rulings.stream()
                .filter(ruling -> !ruling.kept())
                .map(Ruling::reason)
                .toList();
        if (!broken.isEmpty()) {
            return Check.no(what, String.join("; ", broken));
        }
        return Check.yes(
                what,
                rulings.isEmpty()
                        ? "the policy has no rule about it"
                        : String.join("; ", rulings.stream().map(Ruling::reason).toList()));
    }

    private Check publication() {
        var departure = replay.departure();
        if (departure == null) {
            return Check.no(
                    "publication",
                    "%s is not published".formatted(replay.candidate().version()));
        }
        if (departure.difference() != null) {
            return Check.no("publication", departure.difference());
        }
        if (!same(Claim.SUPPORT_WINDOW, Predicates.supportWindow(departure))) {
            return Check.no("publication", "the ledger has another support window than was signed");
        }
        return Check.yes(
                "publication",
                "published by %s on %s as entry %d; supported since: %s"
                        .formatted(
                                departure.entry().actor(),
                                departure.entry().time(),
                                departure.entry().sequence(),
                                departure.after().supported().stream()
                                        .map(ClientVersion::toString)
                                        .toList()));
    }

    /** The time at which rules are asked: that of publishing, or that of signing where there was none. */
    private Instant moment() {
        var departure = replay.departure();
        return departure == null
                ? Instant.parse(claim(Claim.APPROVALS).path("asOf").asText())
                : departure.entry().time();
    }

    private boolean same(Claim claim, JsonNode again) {
        return believed.claim(claim)
                .filter(signed -> CanonicalJson.text(signed).equals(CanonicalJson.text(again)))
                .isPresent();
    }

    private JsonNode claim(Claim claim) {
        return believed.claim(claim).orElseThrow(() -> new IllegalArgumentException(claim.file() + " is missing"));
    }

    private byte[] file(String name) {
        var content = believed.files().get(name);
        if (content == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return content;
    }
}
