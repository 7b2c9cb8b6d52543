package dev.gatehouse.cli.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.release.ApprovalPolicy;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.ReleaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatehouse release status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows every proposed version and what it still lacks.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Override
    public Integer call() {
        var approvals = desk.approvals();
        var state = desk.state();
        var open = state.candidates().stream()
                .filter(candidate -> state.window(candidate.track())
                        .find(candidate.version())
                        .isEmpty())
                .map(candidate -> json(candidate, missing(candidate, state, approvals)))
                .toList();
        if (desk.isJson()) {
            desk.out().println(JsonNodeFactory.instance.arrayNode().addAll(open));
            return 0;
        }
        if (open.isEmpty()) {
            desk.out().println("no version is waiting");
        }
        open.forEach(candidate -> {
            desk.out()
                    .println("%s %s  %s"
                            .formatted(
                                    candidate.get("track").asText(),
                                    candidate.get("version").asText(),
                                    candidate.get("missing").isEmpty() ? "ready" : "waiting"));
            candidate.get("missing").forEach(reason -> desk.out().println("    " + VisibleText.exact(reason.asText())));
        });
        return 0;
    }

    private List<String> missing(Candidate candidate, ReleaseState state, ApprovalPolicy approvals) {
        var proposal = state.proposal(candidate).orElseThrow();
        var missing = new ArrayList<>(approvals.missing(proposal, desk.clock().instant()));
        if (!candidate.scan().passed()) {
            missing.add("the scan's verdict is " + candidate.scan().verdict());
        }
        return missing;
    }

    private static ObjectNode json(Candidate candidate, List<String> missing) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("track", candidate.track().toString())
                .put("version", candidate.version().toString())
                .put("digest", candidate.digest())
                .put("commit", candidate.commit())
                .put("verdict", candidate.scan().verdict());
        var list = json.putArray("missing");
        missing.forEach(list::add);
        return json;
    }
}
