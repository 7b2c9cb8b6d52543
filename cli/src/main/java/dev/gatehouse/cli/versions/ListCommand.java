package dev.gatehouse.cli.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.cli.policy.Desk;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.support.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatehouse versions list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Shows the supported versions, the minimum and the announced ends.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private Desk desk = new Desk();

    @Override
    public Integer call() {
        var tracks = desk.isRemote() ? there() : here();
        if (desk.isJson()) {
            desk.out().println(JsonNodeFactory.instance.arrayNode().addAll(tracks));
            return 0;
        }
        tracks.forEach(track -> track.properties()
                .forEach(member -> desk.out()
                        .println(
                                member.getKey().equals("track")
                                        ? VisibleText.exact(member.getValue().asText())
                                        : "    %-12s %s"
                                                .formatted(
                                                        member.getKey(),
                                                        VisibleText.exact(words(member.getValue()))))));
        return 0;
    }

    private List<ObjectNode> there() {
        var tracks = new ArrayList<ObjectNode>();
        for (var versions : desk.ask("/versions").path("items")) {
            var track = JsonNodeFactory.instance
                    .objectNode()
                    .put(
                            "track",
                            "%s/%s/%s"
                                    .formatted(
                                            versions.path("app").asText(),
                                            versions.path("platform").asText(),
                                            versions.path("channel").asText()));
            for (var name :
                    List.of("minimum", "nextMinimum", "recommended", "latest", "supported", "endings", "blocked")) {
                if (versions.has(name)) {
                    track.set(name.equals("endings") ? "ending" : name, versions.get(name));
                }
            }
            tracks.add(track);
        }
        return tracks;
    }

    private List<ObjectNode> here() {
        var now = desk.clock().instant();
        var declared = desk.rules().support().tracks().keySet().stream()
                .sorted(Comparator.comparing(Track::toString))
                .toList();
        return desk.look(state -> declared.stream()
                .map(track -> json(track, state.window(track), now))
                .toList());
    }

    /** A version, a version with its day, or several of these. */
    private static String words(JsonNode value) {
        if (value.isArray()) {
            var all = value.valueStream().map(ListCommand::words).toList();
            return all.isEmpty() ? "none" : String.join(", ", all);
        }
        if (value.isObject()) {
            var version = value.path("version").asText();
            return value.has("at")
                    ? version + " from " + value.path("at").asText()
                    : version + " until " + value.path("supportedUntil").asText();
        }
        return value.asText();
    }

    private static ObjectNode json(Track track, SupportWindow window, Instant now) {
        var json = JsonNodeFactory.instance.objectNode().put("track", track.toString());
        window.minimum(now).ifPresent(version -> json.put("minimum", version.toString()));
        window.nextMinimum(now)
                .ifPresent(next -> json.putObject("nextMinimum")
                        .put("version", next.version().toString())
                        .put("at", next.at().toString()));
        window.recommended(now).ifPresent(version -> json.put("recommended", version.toString()));
        window.latest().ifPresent(version -> json.put("latest", version.toString()));
        var supported = json.putArray("supported");
        window.supported().forEach(version -> supported.add(version.toString()));
        var endings = json.putArray("ending");
        window.endings()
                .forEach(ending -> endings.addObject()
                        .put("version", ending.version().toString())
                        .put("supportedUntil", ending.supportedUntil().toString()));
        var blocked = json.putArray("blocked");
        window.blocked().forEach(version -> blocked.add(version.toString()));
        return json;
    }
}
