package dev.gatehouse.jenkins.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.policy.remote.ServerDesk;
import dev.gatehouse.policy.train.Ruling;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A gate that a server decides: people approve and reject on its page, by its rules, and the gate follows. While the server
 * is away nothing is decided, and the time runs on.
 */
final class ServerGate {
    /** A word on the scan, which no time and no person changes. */
    private static final String VERDICT = "verdict";

    private final ServerDesk desk;
    private final LongSupplier millis;

    ServerGate(ServerDesk desk, LongSupplier millis) {
        this.desk = desk;
        this.millis = millis;
    }

    /** What the server says about the candidate now. */
    JsonNode candidate(GateRecord gate) {
        return desk.candidate(gate.track(), gate.version());
    }

    /** Every rule's word, as the server has it. */
    static List<Ruling> rulings(JsonNode candidate) {
        return stream(candidate.path("rules"))
                .map(rule -> new Ruling(
                        rule.path("rule").asText(),
                        rule.path("kept").asBoolean(),
                        rule.path("reason").asText()))
                .toList();
    }

    /** Ends the gate if it is decided or its time is over; true when that changed it. */
    boolean judge(GateRecord gate, JsonNode candidate) {
        if (!candidate.path("digest").asText().equals(gate.getDigest())) {
            return gate.end(
                    GateRecord.Outcome.REJECTED, "something else was proposed as this version since", List.of());
        }
        switch (candidate.path("stage").asText()) {
            case "ready" -> {
                return gate.end(GateRecord.Outcome.APPROVED, "", deciders(candidate, gate, true));
            }
            case "published" -> {
                return gate.end(GateRecord.Outcome.APPROVED, "it is published", List.of());
            }
            case "rejected" -> {
                return gate.end(
                        GateRecord.Outcome.REJECTED, rejection(candidate, gate), deciders(candidate, gate, false));
            }
            default -> {
                return hopeless(gate, candidate) || timedOut(gate, missing(candidate));
            }
        }
    }

    /** Ends a gate whose time is over while the server is away. */
    boolean timedOut(GateRecord gate, String missing) {
        return millis.getAsLong() >= gate.endsAt().toEpochMilli()
                && gate.end(GateRecord.Outcome.TIMED_OUT, missing, List.of());
    }

    private static boolean hopeless(GateRecord gate, JsonNode candidate) {
        return rulings(candidate).stream()
                .filter(ruling -> ruling.rule().equals(VERDICT) && !ruling.kept())
                .findFirst()
                .map(ruling -> gate.end(GateRecord.Outcome.REJECTED, ruling.reason(), List.of()))
                .orElse(false);
    }

    private static String missing(JsonNode candidate) {
        return String.join(
                "; ", stream(candidate.path("missing")).map(JsonNode::asText).toList());
    }

    private static String rejection(JsonNode candidate, GateRecord gate) {
        return decisions(candidate, gate, false)
                .map(decision -> decision.path("reason").asText())
                .findFirst()
                .orElse("");
    }

    private static List<String> deciders(JsonNode candidate, GateRecord gate, boolean approving) {
        return decisions(candidate, gate, approving)
                .map(decision -> decision.path("actor").asText())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> decisions(JsonNode candidate, GateRecord gate, boolean approving) {
        return stream(candidate.path("decisions"))
                .filter(decision -> decision.path("approves").asBoolean() == approving)
                .filter(decision -> decision.path("digest").asText().equals(gate.getDigest()));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
