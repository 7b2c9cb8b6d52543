package dev.gatehouse.server.control.api;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.control.room.ScanReports;
import dev.gatehouse.server.control.web.Request;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what the desk is asked for out of a request. */
final class CommandReader {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}|");

    private final ScanReports reports;

    CommandReader(ScanReports reports) {
        this.reports = reports;
    }

    static Track track(Request request) {
        return new Track(request.part("app"), request.part("platform"), request.part("channel"));
    }

    static ClientVersion version(Request request) {
        return ClientVersion.parse(request.part("version"));
    }

    Command propose(Request request) {
        var body = Body.of(request, "app", "platform", "channel", "version", "artifacts", "commit", "authors", "scan");
        var track = new Track(body.text("app"), body.text("platform"), body.text("channel"));
        var scan = body.object("scan", "verdict", "commit", "reportSha256");
        var result = new ScanResult(
                scan.text("verdict"), commit(scan.textOrEmpty("commit")), sha256(scan.text("reportSha256")));
        reports.find(result.reportSha256()).ifPresent(report -> {
            if (!report.verdict().equals(result.verdict())) {
                throw new BadInput(
                        "the report of that digest says %s, not %s".formatted(report.verdict(), result.verdict()));
            }
        });
        if (!List.of("passed", "failed", "incomplete").contains(result.verdict())) {
            throw new BadInput("'scan.verdict' is passed, failed or incomplete");
        }
        var artifacts = artifacts(body);
        if (artifacts.isEmpty()) {
            throw new BadInput("'artifacts' names no file; there is nothing to release");
        }
        return new Command.Propose(new Candidate(
                track,
                ClientVersion.parse(body.text("version")),
                artifacts,
                commit(body.textOrEmpty("commit")),
                body.texts("authors"),
                result));
    }

    Command approve(Request request) {
        return new Command.Approve(
                track(request), version(request), Body.of(request, "role").text("role"));
    }

    Command reject(Request request) {
        return new Command.Reject(
                track(request), version(request), Body.of(request, "reason").text("reason"));
    }

    Command publish(Request request) {
        var body = Body.of(request, "artifacts", "storeLiveAt", "hotfix", "breakGlass");
        return new Command.Publish(
                track(request),
                version(request),
                artifacts(body),
                body.timeOrNull("storeLiveAt"),
                body.textOrEmpty("hotfix"),
                body.textOrEmpty("breakGlass"));
    }

    Command raiseMinimum(Request request) {
        var body = Body.of(request, "version", "at", "reason");
        return new Command.RaiseMinimum(track(request), named(body), body.timeOrNull("at"), body.text("reason"));
    }

    Command retire(Request request) {
        var body = Body.of(request, "version", "reason");
        return new Command.Retire(track(request), named(body), body.text("reason"));
    }

    Command block(Request request) {
        var body = Body.of(request, "version", "reason");
        return new Command.Block(track(request), named(body), body.text("reason"));
    }

    Command proposeRollback(Request request) {
        var body = Body.of(request, "version", "reason");
        return new Command.ProposeRollback(track(request), named(body), body.text("reason"));
    }

    Command approveRollback(Request request) {
        return new Command.ApproveRollback(
                track(request), version(request), Body.of(request, "role").text("role"));
    }

    Command rollBack(Request request) {
        Body.of(request);
        return new Command.RollBack(track(request), version(request));
    }

    private static ClientVersion named(Body body) {
        return ClientVersion.parse(body.text("version"));
    }

    private static List<Artifact> artifacts(Body body) {
        return body.objects("artifacts", "name", "sha256").stream()
                .map(file -> new Artifact(file.text("name"), sha256(file.text("sha256"))))
                .toList();
    }

    private static String sha256(String text) {
        if (!SHA256.matcher(text).matches()) {
            throw new BadInput("a SHA-256 is 64 digits 0-9a-f");
        }
        return text;
    }

    private static String commit(String text) {
        if (!COMMIT.matcher(text).matches()) {
            throw new BadInput("a commit is 40 or 64 digits 0-9a-f");
        }
        return text;
    }
}
