package dev.gatehouse.policy.remote;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command as a server's API takes it: the address below {@code /api/v1}, and the body. */
record ServerRequest(String path, ObjectNode body) {

    static ServerRequest of(Command command) {
        var candidate = candidate(command.track(), command.version());
        var versions = "/versions/" + command.track();
        var rollback = "%s/rollbacks/%s".formatted(versions, encoded(command.version()));
        if (command instanceof Command.Propose propose) {
            return new ServerRequest("/candidates", proposal(propose.candidate()));
        } else if (command instanceof Command.Approve approve) {
            return new ServerRequest(candidate + "/approvals", object().put("role", approve.role()));
        } else if (command instanceof Command.Reject reject) {
            return new ServerRequest(candidate + "/rejections", object().put("reason", reject.reason()));
        } else if (command instanceof Command.Publish publish) {
            return new ServerRequest(candidate + "/publication", publication(publish));
        } else if (command instanceof Command.Retire retire) {
            return new ServerRequest(versions + "/retirements", about(retire.version(), retire.reason()));
        } else if (command instanceof Command.Block block) {
            return new ServerRequest(versions + "/blocks", about(block.version(), block.reason()));
        } else if (command instanceof Command.RaiseMinimum raise) {
            var body = about(raise.version(), raise.reason());
            var at = raise.at();
            return new ServerRequest(versions + "/minimum", at == null ? body : body.put("at", at.toString()));
        } else if (command instanceof Command.ProposeRollback propose) {
            return new ServerRequest(versions + "/rollbacks", about(propose.version(), propose.reason()));
        } else if (command instanceof Command.ApproveRollback approve) {
            return new ServerRequest(rollback + "/approvals", object().put("role", approve.role()));
        } else if (command instanceof Command.RollBack) {
            return new ServerRequest(rollback + "/application", object());
        }
        throw new IllegalStateException("no address for " + command);
    }

    private static ObjectNode proposal(Candidate candidate) {
        var track = candidate.track();
        var body = trackOf(track).put("version", candidate.version().toString()).put("commit", candidate.commit());
        artifacts(body, candidate.artifacts());
        var authors = body.putArray("authors");
        candidate.authors().forEach(authors::add);
        body.putObject("scan")
                .put("verdict", candidate.scan().verdict())
                .put("commit", candidate.scan().commit())
                .put("reportSha256", candidate.scan().reportSha256());
        return body;
    }

    private static ObjectNode publication(Command.Publish publish) {
        var body = object().put("hotfix", publish.hotfix()).put("breakGlass", publish.breakGlass());
        artifacts(body, publish.files());
        var live = publish.storeLiveAt();
        return live == null ? body : body.put("storeLiveAt", live.toString());
    }

    private static void artifacts(ObjectNode body, List<Artifact> files) {
        var array = body.putArray("artifacts");
        files.forEach(file -> array.addObject().put("name", file.name()).put("sha256", file.sha256()));
    }

    private static ObjectNode trackOf(Track track) {
        return object().put("app", track.app())
                .put("platform", track.platform())
                .put("channel", track.channel());
    }

    private static ObjectNode about(ClientVersion version, String reason) {
        return object().put("version", version.toString()).put("reason", reason);
    }

    static String candidate(Track track, ClientVersion version) {
        return "/candidates/%s/%s".formatted(track, encoded(version));
    }

    static String encoded(ClientVersion version) {
        return URLEncoder.encode(version.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
