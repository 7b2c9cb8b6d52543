package dev.gatehouse.server.control.pages;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.room.BuildChecks;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.ReleaseStatus;
import dev.gatehouse.server.control.room.ScanReports;
import dev.gatehouse.server.control.web.Missing;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Reply;
import dev.gatehouse.server.control.web.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Releases: what waits and for what, and one of them with its checklist. */
public final class ReleasePages {
    /** Under which name builds tell what Jira says. */
    private static final String JIRA = "jira";

    private static final String ONE = "/releases/{app}/{platform}/{channel}/{version}";
    private static final int LONGEST_REASON = 1_000;

    private final Renderer renderer;
    private final ControlRoom room;
    private final ScanReports reports;
    private final BuildChecks checks;
    private final Acting acting;

    ReleasePages(Renderer renderer, ControlRoom room, ScanReports reports, BuildChecks checks, Mistakes mistakes) {
        this.checks = checks;
        this.renderer = renderer;
        this.room = room;
        this.reports = reports;
        this.acting = new Acting(mistakes);
    }

    /**
     * One release.
     *
     * @param matrix of its scan; empty when the report was not handed in
     * @param checks what builds say of it besides
     * @param asksJira whether the policy file wants to know what Jira says
     * @param roles in which the visitor may approve
     * @param decides whether the visitor may reject
     * @param publishes whether the visitor may publish
     */
    public record View(
            ReleaseStatus standing,
            String path,
            List<ScanReports.Category> matrix,
            List<BuildChecks.Check> checks,
            boolean asksJira,
            List<String> roles,
            boolean decides,
            boolean publishes) {
        /** Nobody who decides shall take silence for a yes. */
        public boolean isJiraSilent() {
            return asksJira
                    && isOpen()
                    && checks.stream().noneMatch(check -> check.name().equals(JIRA));
        }

        public boolean isOpen() {
            return standing.stage() == ReleaseStatus.Stage.WAITING || standing.stage() == ReleaseStatus.Stage.READY;
        }
    }

    /** Where one release is. */
    public static String path(ReleaseStatus standing) {
        var candidate = standing.candidate();
        return "/releases/%s/%s"
                .formatted(candidate.track(), Paths.encoded(candidate.version().toString()));
    }

    void into(Pages pages) {
        pages.get("/releases", (request, visitor) -> {
            visitor.person().mayLook();
            var standings = new ArrayList<>(room.standings());
            Collections.reverse(standings);
            return renderer.page(request, visitor, "releases", "Releases", "releases", Map.of("standings", standings));
        });
        pages.get(ONE, (request, visitor) -> {
            visitor.person().mayLook();
            var view = view(request, visitor);
            return renderer.page(request, visitor, "release", title(view), "releases", Map.of("view", view));
        });
        form(
                pages,
                "/approve",
                "approved",
                (request, track, version) ->
                        new Command.Approve(track, version, request.form().text("role")));
        form(
                pages,
                "/reject",
                "rejected",
                (request, track, version) -> new Command.Reject(track, version, reason(request, "reason")));
        form(
                pages,
                "/publish",
                "published",
                (request, track, version) -> new Command.Publish(
                        track, version, List.of(), null, optional(request, "hotfix"), optional(request, "breakGlass")));
    }

    /** Reads a form into what the desk is asked for. */
    private interface Wish {
        Command of(Request request, Track track, ClientVersion version);
    }

    private void form(Pages pages, String deed, String done, Wish wish) {
        pages.post(ONE + deed, (request, visitor) -> {
            var standing = standing(request);
            var candidate = standing.candidate();
            return acting.act(
                    () -> room.decide(visitor.person(), wish.of(request, candidate.track(), candidate.version())),
                    path(standing) + "?done=" + done,
                    (message, status) -> again(request, visitor, message, status));
        });
    }

    private Reply again(Request request, Visitor visitor, String message, int status) {
        var view = view(request, visitor);
        return renderer.page(visitor, "release", title(view), "releases", Map.of("view", view), message, status);
    }

    private View view(Request request, Visitor visitor) {
        var standing = standing(request);
        var person = visitor.person();
        var roles = room.rules().approvals().required().keySet().stream()
                .filter(role -> room.rules().approvals().isIn(person.name(), role))
                .filter(role ->
                        person.roles().stream().anyMatch(mine -> mine.label().equals(role)))
                .filter(role -> !hasApproved(standing, person.name(), role))
                .toList();
        return new View(
                standing,
                path(standing),
                reports.matrix(standing.candidate().scan().reportSha256()),
                checks.of(standing.candidate().digest()),
                room.book().now().asksJira(),
                roles,
                person.isAny(Role.RELEASE_MANAGER, Role.SECURITY_OFFICER),
                person.is(Role.RELEASE_MANAGER));
    }

    private static boolean hasApproved(ReleaseStatus standing, String name, String role) {
        var proposal = standing.proposal();
        return proposal.decisions().stream()
                .anyMatch(decision -> decision.approves()
                        && decision.actor().equals(name)
                        && decision.role().equals(role)
                        && decision.digest().equals(proposal.digest()));
    }

    private ReleaseStatus standing(Request request) {
        var track = new Track(request.part("app"), request.part("platform"), request.part("channel"));
        var version = ClientVersion.parse(request.part("version"));
        return room.standings().stream()
                .filter(standing -> standing.candidate().track().equals(track)
                        && standing.candidate().version().isSameAs(version))
                .findFirst()
                .orElseThrow(() -> new Missing("This version was not proposed for this track."));
    }

    private static String title(View view) {
        var candidate = view.standing().candidate();
        return "%s %s".formatted(candidate.track(), candidate.version());
    }

    private static String optional(Request request, String field) {
        return request.form().text(field).isEmpty() ? "" : reason(request, field);
    }

    static String reason(Request request, String field) {
        var reason = request.form().text(field);
        if (reason.isEmpty()
                || reason.length() > LONGEST_REASON
                || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadInput("Give a reason, in one line of %d characters at most.".formatted(LONGEST_REASON));
        }
        return reason;
    }
}
