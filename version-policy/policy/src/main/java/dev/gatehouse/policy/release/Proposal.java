package dev.gatehouse.policy.release;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that needs approval, with what was said about it.
 *
 * @param digest of what is proposed; an approval of another digest does not count
 * @param authors people who made it and so may not approve it, as git names them
 */
public record Proposal(
        String digest, String proposer, List<String> authors, Instant proposed, List<Decision> decisions) {
    public Proposal {
        authors = List.copyOf(authors);
        decisions = List.copyOf(decisions);
    }

    /** Decisions against exactly this. */
    public List<Decision> rejections() {
        return decisions.stream()
                .filter(decision -> !decision.approves() && decision.digest().equals(digest))
                .toList();
    }

    public boolean isRejected() {
        return !rejections().isEmpty();
    }

    Proposal with(Decision decision) {
        return new Proposal(
                digest,
                proposer,
                authors,
                proposed,
                Stream.concat(decisions.stream(), Stream.of(decision)).toList());
    }
}
