package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.remote.ServerAway;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.train.Ruling;
import hudson.AbortException;
import hudson.Util;
import hudson.model.Run;
import hudson.security.ACL;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** One gate: what is proposed, what is missing, and the buttons of whoever may decide. */
public final class GatePage {
    private static final int FORBIDDEN = 403;
    private static final int REFUSED = 409;
    private static final int BAD_REQUEST = 400;

    private final Run<?, ?> run;
    private final GateRecord gate;

    GatePage(Run<?, ?> run, GateRecord gate) {
        this.run = run;
        this.gate = gate;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    public GateRecord getGate() {
        return gate;
    }

    public String getDisplayName() {
        return "Release of " + gate.getVersion();
    }

    /** Why nobody can decide now; empty when they can. */
    public String getProblem() {
        if (gate.isOnServer()) {
            return "";
        }
        try {
            var unused = ControllerLedger.get().rules(gate);
            return "";
        } catch (BadInput wrong) {
            return "Nothing can be decided: the rules cannot be read. " + wrong.getMessage();
        }
    }

    /** Every rule's word on what waits, first what is missing. */
    public List<RulingRow> getRulings() throws IOException {
        return rulings().stream()
                .sorted(java.util.Comparator.comparing(Ruling::kept))
                .map(RulingRow::new)
                .toList();
    }

    private List<Ruling> rulings() throws IOException {
        if (!gate.isOnServer()) {
            return standing().map(GateStanding::rulings).orElse(List.of());
        }
        if (!gate.isWaiting()) {
            return List.of();
        }
        try {
            var server = GatehouseConfiguration.get().serverAt(gate.getServer());
            var desk = server.desk(CredentialLookup.ofJenkins());
            return ServerGate.rulings(desk.candidate(gate.track(), gate.version()));
        } catch (ServerAway | BadInput | AbortException e) {
            return List.of(new Ruling("server", false, String.valueOf(e.getMessage())));
        }
    }

    /** Who has said what of what waits, in their order. */
    public List<DecisionRow> getDecisions() {
        return standing()
                .map(GateStanding::proposal)
                .map(proposal -> proposal.decisions().stream()
                        .filter(decision -> decision.digest().equals(proposal.digest()))
                        .map(DecisionRow::new)
                        .toList())
                .orElse(List.of());
    }

    private Optional<GateStanding> standing() {
        if (!isDecidable()) {
            return Optional.empty();
        }
        var ledger = ControllerLedger.get();
        return ledger.desk().standing(ledger.rules(gate), gate);
    }

    /** Nobody decides in Jenkins where a server decides. */
    private boolean isDecidable() {
        return gate.isWaiting() && !gate.isOnServer() && getProblem().isEmpty();
    }

    /** The roles in which whoever looks may approve, and has not yet. */
    public List<String> getRoles() {
        if (!isRejectable()) {
            return List.of();
        }
        var ledger = ControllerLedger.get();
        var who = Jenkins.getAuthentication2().getName();
        return hasApproved(who) ? List.of() : ledger.desk().roles(ledger.rules(gate), gate, who);
    }

    private boolean hasApproved(String who) {
        return standing().map(GateStanding::approvers).orElse(List.of()).contains(who);
    }

    /** Why whoever looks has no button to approve; empty when they have one, or when nobody is waited for. */
    public String getHint() {
        if (!isDecidable()) {
            return "";
        }
        var who = Jenkins.getAuthentication2();
        if (ACL.isAnonymous2(who)) {
            return "Sign in to decide.";
        }
        if (!isRejectable()) {
            return "To decide, %s needs the permission Gatehouse/Approve.".formatted(who.getName());
        }
        if (hasApproved(who.getName())) {
            return "You have approved it.";
        }
        var ledger = ControllerLedger.get();
        var objections = ledger.desk().objections(ledger.rules(gate), gate, who.getName());
        return objections.isEmpty() ? "" : "You cannot approve it: " + String.join("; ", objections) + ".";
    }

    /** Whoever may decide may stop it, in whatever role. */
    public boolean isRejectable() {
        return isDecidable()
                && !ACL.isAnonymous2(Jenkins.getAuthentication2())
                && run.getParent().hasPermission(GatePermissions.APPROVE);
    }

    public boolean isAbortable() {
        return gate.isWaiting() && run.getParent().hasPermission(GatePermissions.ABORT);
    }

    /** Approves exactly what is proposed. */
    @RequirePOST
    public HttpResponse doApprove(@QueryParameter String role) {
        run.getParent().checkPermission(GatePermissions.APPROVE);
        return decide(new Command.Approve(gate.track(), gate.version(), Util.fixNull(role)));
    }

    /** Rejects what is proposed; only a new proposal takes that back. */
    @RequirePOST
    public HttpResponse doReject(@QueryParameter String reason) {
        run.getParent().checkPermission(GatePermissions.APPROVE);
        var why = OneLine.of(reason);
        return why.isEmpty()
                ? HttpResponses.errorWithoutStack(BAD_REQUEST, "Say why in one line.")
                : decide(new Command.Reject(gate.track(), gate.version(), why));
    }

    /** Ends the waiting without a decision. */
    @RequirePOST
    public HttpResponse doAbort(@QueryParameter String reason) throws IOException {
        run.getParent().checkPermission(GatePermissions.ABORT);
        var who = Jenkins.getAuthentication2().getName();
        var why = OneLine.of(reason);
        gate.end(GateRecord.Outcome.ABORTED, why.isEmpty() ? "aborted by " + who : why, List.of(who));
        run.save();
        return HttpResponses.redirectToDot();
    }

    private HttpResponse decide(Command command) {
        var who = Jenkins.getAuthentication2();
        if (ACL.isAnonymous2(who)) {
            return HttpResponses.errorWithoutStack(FORBIDDEN, "Sign in: a decision has a name.");
        }
        if (gate.isOnServer()) {
            return HttpResponses.errorWithoutStack(REFUSED, "This is decided on the server: " + gate.getServerPage());
        }
        if (!gate.isWaiting()) {
            return HttpResponses.errorWithoutStack(REFUSED, "Nobody waits for this any more: " + gate.getOutcome());
        }
        try {
            var ledger = ControllerLedger.get();
            var rules = ledger.rules(gate);
            if (ledger.desk().standing(rules, gate).isEmpty()) {
                return HttpResponses.errorWithoutStack(REFUSED, "Something else was proposed as this version since.");
            }
            ledger.desk().decide(rules, command, who.getName());
            return HttpResponses.redirectToDot();
        } catch (Refused no) {
            return HttpResponses.errorWithoutStack(REFUSED, String.join("; ", no.reasons()));
        } catch (BadInput wrong) {
            return HttpResponses.errorWithoutStack(BAD_REQUEST, String.valueOf(wrong.getMessage()));
        }
    }
}
