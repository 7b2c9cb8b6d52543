package dev.gatehouse.policy.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.support.RecordedVersions;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.support.TrackRecord;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the entries of a ledger add up to, as far as a decision can still depend on it. Filled by one thread, entry by
 * entry; types of other parts are passed by. A candidate that was published is no longer here: what was said about it
 * stays in the ledger.
 */
public final class ReleaseState {
    public static final String PROPOSED = "candidate.proposed";
    public static final String APPROVED = "candidate.approved";
    public static final String REJECTED = "candidate.rejected";
    public static final String ROLLBACK_PROPOSED = "rollback.proposed";
    public static final String ROLLBACK_APPROVED = "rollback.approved";
    /** The newest payload shape that this build writes and reads. */
    public static final int VERSION = 1;

    private final Map<Track, TrackRecord> records = new HashMap<>();
    private final Map<Track, List<Publication>> publications = new HashMap<>();
    private final Map<Subject, Waiting> waiting = new LinkedHashMap<>();
    private final Map<Subject, Proposal> rollbacks = new HashMap<>();
    private final RecordedVersions versions = new RecordedVersions();
    /** Each name once, however many versions its bearer published. */
    private final Map<String, String> actors = new HashMap<>();

    /** A version of a track, as an entry writes it. */
    private record Subject(Track track, String version) {
        static Subject of(JsonNode payload) {
            return new Subject(
                    SupportEvents.track(payload),
                    payload.required("clientVersion").asText());
        }

        static Subject of(Track track, ClientVersion version) {
            return new Subject(track, version.toString());
        }
    }

    /** A candidate that is not out yet, with what was said about it. Its digest is worked out when somebody asks. */
    private record Waiting(Candidate candidate, String proposer, Instant proposed, List<Decision> decisions) {
        Waiting with(Decision decision) {
            var all = new ArrayList<>(decisions);
            all.add(decision);
            return new Waiting(candidate, proposer, proposed, all);
        }

        Proposal proposal() {
            return new Proposal(candidate.digest(), proposer, candidate.authors(), proposed, decisions);
        }
    }

    public void accept(Entry entry) {
        if (isOurs(entry.type())) {
            entry.refuseNewerThan(VERSION);
        }
        switch (entry.type()) {
            case PROPOSED -> propose(entry);
            case APPROVED, REJECTED ->
                waiting.computeIfPresent(
                        Subject.of(entry.payload()), (subject, candidate) -> candidate.with(decision(entry)));
            case SupportEvents.PUBLISHED -> publish(entry);
            case SupportEvents.RETIRED, SupportEvents.BLOCKED, SupportEvents.MINIMUM_RAISED ->
                record(entry, SupportEvents.track(entry.payload()));
            case ROLLBACK_PROPOSED ->
                rollbacks.put(
                        Subject.of(entry.payload()),
                        new Proposal(digest(entry), entry.actor(), List.of(), entry.time(), List.of()));
            case ROLLBACK_APPROVED ->
                rollbacks.computeIfPresent(
                        Subject.of(entry.payload()), (subject, proposal) -> proposal.with(decision(entry)));
            case SupportEvents.MINIMUM_ROLLED_BACK -> rollBack(entry);
            default -> {}
        }
    }

    public SupportWindow window(Track track) {
        var record = records.get(track);
        return record == null ? SupportWindow.EMPTY : record.window();
    }

    /** All that was ever published on a track, oldest first. */
    public List<Publication> publications(Track track) {
        return List.copyOf(publications.getOrDefault(track, List.of()));
    }

    public Optional<Publication> publication(Track track, ClientVersion version) {
        return publications.getOrDefault(track, List.of()).stream()
                .filter(published -> published.version().isSameAs(version))
                .findFirst();
    }

    /** What is proposed and not published yet. */
    public Optional<Candidate> candidate(Track track, ClientVersion version) {
        return find(track, version).map(Waiting::candidate);
    }

    /** All that is proposed and not published yet, in the order in which the versions were first proposed. */
    public List<Candidate> candidates() {
        return waiting.values().stream().map(Waiting::candidate).toList();
    }

    public Optional<Proposal> proposal(Candidate candidate) {
        return find(candidate.track(), candidate.version()).map(Waiting::proposal);
    }

    public Optional<Proposal> rollback(Track track, ClientVersion version) {
        return Optional.ofNullable(rollbacks.get(Subject.of(track, version)));
    }

    /** A new proposal of the same version takes the place of the old one, and approvals of another digest lapse. */
    private void propose(Entry entry) {
        var candidate = Candidate.read(entry.payload().required("candidate"), versions);
        waiting.put(
                Subject.of(candidate.track(), candidate.version()),
                new Waiting(candidate, entry.actor(), entry.time(), List.of()));
    }

    private void publish(Entry entry) {
        var subject = Subject.of(entry.payload());
        waiting.remove(subject);
        record(entry, subject.track());
        publications
                .computeIfAbsent(subject.track(), unused -> new ArrayList<>(4))
                .add(publication(entry));
    }

    /** Its approvals are used up: going back a second time needs approvals of its own. */
    private void rollBack(Entry entry) {
        var subject = Subject.of(entry.payload());
        rollbacks.remove(subject);
        record(entry, subject.track());
    }

    private void record(Entry entry, Track track) {
        SupportEvents.apply(records.computeIfAbsent(track, unused -> new TrackRecord()), entry, versions);
    }

    private Optional<Waiting> find(Track track, ClientVersion version) {
        return Optional.ofNullable(waiting.get(Subject.of(track, version)));
    }

    private Publication publication(Entry entry) {
        var payload = entry.payload();
        return new Publication(
                versions.read(payload),
                entry.time(),
                actors.computeIfAbsent(entry.actor(), actor -> actor),
                entry.sequence(),
                payload.path("hotfix").path("reason").asText(""),
                payload.path("breakGlass").path("reason").asText(""));
    }

    private static Decision decision(Entry entry) {
        var payload = entry.payload();
        return new Decision(
                entry.actor(),
                !entry.type().equals(REJECTED),
                digest(entry),
                payload.path("role").asText(""),
                payload.path("reason").asText(""),
                entry.time());
    }

    private static boolean isOurs(String type) {
        return type.startsWith("candidate.")
                || type.startsWith("rollback.")
                || type.startsWith("version.")
                || type.startsWith("minimum.");
    }

    private static String digest(Entry entry) {
        return entry.payload().required("digest").asText();
    }
}
