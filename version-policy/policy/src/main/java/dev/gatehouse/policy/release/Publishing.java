package dev.gatehouse.policy.release;

import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.support.PublishedVersion;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.policy.train.CalendarCheck;
import dev.gatehouse.policy.train.Release;
import dev.gatehouse.policy.train.ReleaseHistory;
import dev.gatehouse.policy.train.ReleaseTrain;
import dev.gatehouse.policy.train.Ruling;
import dev.gatehouse.policy.version.SemVer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Letting an approved candidate out. */
final class Publishing {
    private Publishing() {}

    static Draft publish(Sitting sitting, Command.Publish command) {
        var track = command.track();
        var candidate = sitting.candidate(track, command.version());
        var proposal = sitting.proposal(candidate);
        var rulings = rulings(sitting.rules(), sitting.state(), candidate, proposal, command.hotfix(), sitting.now());
        Sitting.refuse(objections(sitting, command, candidate, rulings));
        var live = command.storeLiveAt() == null ? sitting.now() : command.storeLiveAt();
        var added = new PublishedVersion(candidate.version(), sitting.now(), live);
        var support = sitting.support();
        var shift = sitting.window(track).publish(added, support.size(), support.grace());
        var payload = SupportEvents.with(SupportEvents.payload(track, candidate.version()), shift)
                .put("digest", proposal.digest())
                .put("storeLiveAt", live.toString());
        if (!command.hotfix().isEmpty()) {
            payload.putObject("hotfix").put("reason", command.hotfix());
        }
        if (!command.breakGlass().isEmpty()) {
            var missing = payload.putObject("breakGlass")
                    .put("reason", command.breakGlass())
                    .putArray("missing");
            sitting.approvals().rulings(proposal, sitting.now()).stream()
                    .filter(ruling -> !ruling.kept())
                    .forEach(ruling -> missing.add(ruling.reason()));
        }
        return sitting.draft(SupportEvents.PUBLISHED, payload);
    }

    /** Every rule's word, files and broken glass aside: calendar, scan, approvals. */
    static List<Ruling> rulings(
            ReleaseRules rules,
            ReleaseState state,
            Candidate candidate,
            Proposal proposal,
            String hotfix,
            Instant now) {
        var rulings = new ArrayList<>(facts(rules, state, candidate, hotfix, now));
        rulings.addAll(rules.approvals().rulings(proposal, now));
        return rulings;
    }

    /** What can be said before anybody is asked: calendar and scan. */
    static List<Ruling> facts(ReleaseRules rules, ReleaseState state, Candidate candidate, String hotfix, Instant now) {
        var rulings = new ArrayList<Ruling>();
        var train = rules.train();
        if (train != null) {
            rulings.addAll(calendar(
                    train,
                    state.publications(candidate.track()),
                    candidate.version().version(),
                    hotfix,
                    now));
        }
        rulings.add(new Ruling(
                "verdict",
                candidate.scan().passed(),
                "the scan's verdict is " + candidate.scan().verdict()));
        return rulings;
    }

    private static List<String> objections(
            Sitting sitting, Command.Publish command, Candidate candidate, List<Ruling> rulings) {
        boolean glass = !command.breakGlass().isEmpty();
        var reasons = new ArrayList<String>();
        rulings.stream()
                .filter(ruling -> !ruling.kept())
                .filter(ruling -> !glass || !ruling.rule().equals(ApprovalPolicy.RULE))
                .forEach(ruling -> reasons.add(ruling.reason()));
        if (!command.files().isEmpty()
                && !new HashSet<>(command.files()).equals(new HashSet<>(candidate.artifacts()))) {
            reasons.add("the artifacts are not the ones that were proposed");
        }
        if (glass && !sitting.approvals().mayBreakGlass(sitting.actor())) {
            reasons.add("the policy does not let %s break the glass".formatted(sitting.actor()));
        }
        return reasons;
    }

    /** The train's word, by what the ledger says went out on this track. */
    private static List<Ruling> calendar(
            ReleaseTrain train, List<Publication> published, SemVer version, String hotfix, Instant now) {
        var history = new ReleaseHistory(published.stream()
                .map(publication -> new Release(
                        publication.version().toString(), publication.version().version(), publication.time()))
                .toList());
        var day = LocalDate.ofInstant(now, train.calendar().zone());
        return new CalendarCheck(train, history, version, day, hotfix).rulings();
    }
}
