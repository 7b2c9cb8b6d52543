package dev.gatehouse.policy.evidence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.train.Ruling;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What each claim says. The same scan and the same ledger always give the same words, so a check can write them anew. */
final class Predicates {
    /** Rules that the desk knows besides those of the calendar. */
    private static final List<String> APPROVAL_RULES = List.of("approvals", "rejection");

    private static final String VERDICT_RULE = "verdict";

    private Predicates() {}

    /**
     * SLSA Verification Summary, version 1. It says nothing about SLSA build levels: nobody looked at them.
     *
     * @param reportSha256 of {@code report.json}, lower-case hexadecimal
     */
    static ObjectNode verdict(Report report, String reportSha256, Candidate candidate) {
        var passed = report.verdict().status() == Verdict.Status.PASSED;
        var json = object();
        json.putObject("verifier")
                .put("id", "https://gatehouse.dev")
                .putObject("version")
                .put("gatehouse", report.tool().version());
        json.put("timeVerified", report.created().toString()).put("resourceUri", purl(candidate));
        digest(
                json.putObject("policy").put("uri", "policy/" + report.policy().source()),
                report.policy().digest());
        digest(json.putArray("inputAttestations").addObject().put("uri", Contents.REPORT), reportSha256);
        json.put("verificationResult", passed ? "PASSED" : "FAILED");
        json.putArray("verifiedLevels").add(passed ? "SLSA_BUILD_LEVEL_UNEVALUATED" : "FAILED");
        json.put("slsaVersion", "1.1");
        var rules =
                json.put("gatehouseVerdict", report.verdict().status().label()).putArray("gatehouseRules");
        report.verdict()
                .rules()
                .forEach(rule -> rules.addObject()
                        .put("rule", rule.rule())
                        .put("passed", rule.passed())
                        .put("reason", rule.reason()));
        return json;
    }

    /** in-toto release, version 0.1, with the commit and who published it. */
    static ObjectNode release(Replay replay) {
        var candidate = replay.candidate();
        var json = SupportEvents.payload(candidate.track(), candidate.version())
                .put("purl", purl(candidate))
                .put("packageId", candidate.track().toString())
                .put("commit", candidate.commit());
        var departure = replay.departure();
        if (departure != null) {
            json.put("publishedAt", departure.entry().time().toString())
                    .put("publishedBy", departure.entry().actor());
        }
        return json;
    }

    /** Who said what about exactly this candidate, and whether that was enough. */
    static ObjectNode approvals(Replay replay, Instant now) {
        var proposal = replay.proposal();
        var json = object().put("asOf", moment(replay, now).toString())
                .put("digest", proposal.digest())
                .put("proposedBy", proposal.proposer())
                .put("proposedAt", proposal.proposed().toString());
        proposal.authors().forEach(json.putArray("commitAuthors")::add);
        var decisions = json.putArray("decisions");
        for (var decision : proposal.decisions()) {
            var node = decisions
                    .addObject()
                    .put("by", decision.actor())
                    .put("approves", decision.approves())
                    .put("at", decision.time().toString())
                    .put("digest", decision.digest());
            if (decision.approves()) {
                node.put("role", decision.role());
            } else {
                node.put("reason", decision.reason());
            }
        }
        json.set("rules", rulings(replay.rulings(now), Predicates::isApproval));
        var departure = replay.departure();
        if (departure != null && !departure.breakGlass().isEmpty()) {
            json.put("breakGlass", departure.breakGlass());
        }
        return json;
    }

    /** What the calendar's rules said; none where the policy has no release train. */
    static ObjectNode cadence(Replay replay, Instant now) {
        var json = object().put("asOf", moment(replay, now).toString());
        json.set("rules", rulings(replay.rulings(now), Predicates::isCadence));
        var departure = replay.departure();
        if (departure != null && !departure.hotfix().isEmpty()) {
            json.put("hotfix", departure.hotfix());
        }
        return json;
    }

    static ObjectNode supportWindow(Departure departure) {
        var json = object();
        var at = departure.entry().time();
        json.set("before", window(departure.before(), at));
        json.set("after", window(departure.after(), at));
        return json;
    }

    /** The checkpoint: where the ledger ended, and which of its entries are about this version. */
    static ObjectNode ledger(Replay replay) {
        var head = replay.head();
        var json = object();
        json.putObject("checkpoint").put("sequence", head.sequence()).put("hash", head.hash());
        replay.entries().forEach(json.putArray("entries")::add);
        return json;
    }

    static ObjectNode contents(Map<String, byte[]> files) {
        var json = object();
        var list = json.putArray("files");
        files.forEach((name, content) -> digest(list.addObject().put("name", name), Sha256.of(content)));
        return json;
    }

    /** When the rules were asked: at publishing, or now while it is not published. */
    private static Instant moment(Replay replay, Instant now) {
        var departure = replay.departure();
        return departure == null ? now : departure.entry().time();
    }

    static boolean isApproval(Ruling ruling) {
        return APPROVAL_RULES.contains(ruling.rule());
    }

    static boolean isCadence(Ruling ruling) {
        return !isApproval(ruling) && !ruling.rule().equals(VERDICT_RULE);
    }

    private static ArrayNode rulings(List<Ruling> rulings, Predicate<Ruling> wanted) {
        var list = JsonNodeFactory.instance.arrayNode();
        rulings.stream()
                .filter(wanted)
                .forEach(ruling -> list.addObject()
                        .put("rule", ruling.rule())
                        .put("kept", ruling.kept())
                        .put("reason", ruling.reason()));
        return list;
    }

    private static ObjectNode window(SupportWindow window, Instant at) {
        var json = object();
        var supported = json.putArray("supported");
        window.supported().forEach(version -> supported.add(version.toString()));
        window.minimum(at).ifPresent(version -> json.put("minimum", version.toString()));
        window.nextMinimum(at)
                .ifPresent(next -> json.putObject("nextMinimum")
                        .put("version", next.version().toString())
                        .put("at", next.at().toString()));
        return json;
    }

    private static String purl(Candidate candidate) {
        return "pkg:generic/%s@%s"
                .formatted(
                        encoded(candidate.track().app()),
                        encoded(candidate.version().toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void digest(ObjectNode json, String sha256) {
        json.putObject("digest").put("sha256", sha256);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
