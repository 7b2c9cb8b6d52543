package dev.gatehouse.jenkins.release;

import dev.gatehouse.policy.release.Decision;
import dev.gatehouse.policy.release.ReleaseRules;
import java.util.List;
import java.util.function.LongSupplier;

/** What became of a gate, by the ledger and the clock. */
final class Judging {
    private final GateDesk desk;
    private final LongSupplier millis;

    Judging(GateDesk desk, LongSupplier millis) {
        this.desk = desk;
        this.millis = millis;
    }

    /** Ends the gate if it is decided or its time is over; true when that changed it. */
    boolean judge(ReleaseRules rules, GateRecord gate) {
        var standing = desk.standing(rules, gate);
        if (standing.isEmpty()) {
            return desk.isPublished(gate)
                    ? gate.end(GateRecord.Outcome.APPROVED, "it is published", List.of())
                    : gate.end(
                            GateRecord.Outcome.REJECTED,
                            "something else was proposed as this version since",
                            List.of());
        }
        var proposal = standing.get().proposal();
        if (proposal.isRejected()) {
            var no = proposal.rejections().get(0);
            return gate.end(GateRecord.Outcome.REJECTED, no.reason(), rejecting(proposal.rejections()));
        }
        if (standing.get().isReady()) {
            return gate.end(GateRecord.Outcome.APPROVED, "", standing.get().approvers());
        }
        if (millis.getAsLong() >= gate.endsAt().toEpochMilli()) {
            return gate.end(
                    GateRecord.Outcome.TIMED_OUT,
                    String.join("; ", standing.get().missing()),
                    List.of());
        }
        return false;
    }

    /** When the rules cannot be read, nobody's word counts, but time runs on. */
    boolean overdue(GateRecord gate, String problem) {
        return millis.getAsLong() >= gate.endsAt().toEpochMilli()
                && gate.end(GateRecord.Outcome.TIMED_OUT, problem, List.of());
    }

    private static List<String> rejecting(List<Decision> rejections) {
        return rejections.stream().map(Decision::actor).distinct().toList();
    }
}
