package dev.gatehouse.cli.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatehouse release status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows every proposed version that is not out yet, and what it still lacks.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Override
    public Integer call() {
        var open = desk.isRemote() ? there() : here();
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
                                    candidate.get("stage").asText()));
            candidate.get("missing").forEach(reason -> desk.out().println("    " + VisibleText.exact(reason.asText())));
        });
        return 0;
    }

    private List<JsonNode> here() {
        var releases = new ReleaseDesk(desk.rules());
        var now = desk.clock().instant();
        return desk.look(state -> releases.standings(state, now)).stream()
                .<JsonNode>map(StatusCommand::json)
                .toList();
    }

    private List<JsonNode> there() {
        var open = new ArrayList<JsonNode>();
        for (var candidate : desk.ask("/candidates").path("items")) {
            if (!candidate.path("stage").asText().equals("published")) {
                open.add(candidate);
            }
        }
        return open;
    }

    private static ObjectNode json(Standing standing) {
        var candidate = standing.candidate();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("track", candidate.track().toString())
                .put("version", candidate.version().toString())
                .put("stage", standing.stage().name().toLowerCase(Locale.ROOT))
                .put("digest", candidate.digest())
                .put("commit", candidate.commit())
                .put("verdict", candidate.scan().verdict())
                .put("proposer", standing.proposal().proposer());
        var missing = json.putArray("missing");
        standing.missing().forEach(missing::add);
        var rules = json.putArray("rules");
        standing.rulings()
                .forEach(ruling -> rules.addObject()
                        .put("rule", ruling.rule())
                        .put("kept", ruling.kept())
                        .put("reason", ruling.reason()));
        return json;
    }
}
