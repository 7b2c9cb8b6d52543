package dev.gatehouse.policy.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the entries of a ledger add up to. Filled by one thread, entry by entry; types of other parts are passed by. */
public final class ReleaseState {
    public static final String PROPOSED = "candidate.proposed";
    public static final String APPROVED = "candidate.approved";
    public static final String REJECTED = "candidate.rejected";
    public static final String ROLLBACK_PROPOSED = "rollback.proposed";
    public static final String ROLLBACK_APPROVED = "rollback.approved";
    /** The newest payload shape that this build writes and reads. */
    public static final int VERSION = 1;

    private final Map<Track, SupportWindow> windows = new LinkedHashMap<>();
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final Map<String, Proposal> proposals = new HashMap<>();
    private final Map<Track, List<Publication>> publications = new HashMap<>();

    public void accept(Entry entry) {
        if (isOurs(entry.type()) && entry.version() > VERSION) {
            throw new BadInput("entry %d of the ledger was written by a newer Gatehouse (%s, version %d): use that one"
                    .formatted(entry.sequence(), entry.type(), entry.version()));
        }
        if (entry.type().equals(SupportEvents.MINIMUM_ROLLED_BACK)) {
            // used up: going back a second time needs approvals of its own
            proposals.remove(rollbackKey(SupportEvents.track(entry.payload()), SupportEvents.version(entry.payload())));
        }
        if (entry.type().equals(SupportEvents.PUBLISHED)) {
            publications
                    .computeIfAbsent(SupportEvents.track(entry.payload()), unused -> new ArrayList<>())
                    .add(publication(entry));
        }
        switch (entry.type()) {
            case PROPOSED -> propose(entry);
            case ROLLBACK_PROPOSED ->
                proposals.put(
                        rollbackKey(SupportEvents.track(entry.payload()), SupportEvents.version(entry.payload())),
                        new Proposal(digest(entry), entry.actor(), List.of(), entry.time(), List.of()));
            case APPROVED, REJECTED -> decide(key(entry.payload()), entry);
            case ROLLBACK_APPROVED ->
                decide(
                        rollbackKey(SupportEvents.track(entry.payload()), SupportEvents.version(entry.payload())),
                        entry);
            case SupportEvents.PUBLISHED,
                    SupportEvents.RETIRED,
                    SupportEvents.BLOCKED,
                    SupportEvents.MINIMUM_RAISED,
                    SupportEvents.MINIMUM_ROLLED_BACK ->
                windows.merge(
                        SupportEvents.track(entry.payload()),
                        SupportEvents.apply(window(SupportEvents.track(entry.payload())), entry),
                        (before, after) -> after);
            default -> {}
        }
    }

    public SupportWindow window(Track track) {
        return windows.getOrDefault(track, SupportWindow.EMPTY);
    }

    /** Every track on which anything was published, in the order of first publishing. */
    public List<Track> tracks() {
        return List.copyOf(windows.keySet());
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

    public Optional<Candidate> candidate(Track track, ClientVersion version) {
        return Optional.ofNullable(candidates.get(key(track, version)));
    }

    public List<Candidate> candidates() {
        return List.copyOf(candidates.values());
    }

    public Optional<Proposal> proposal(Candidate candidate) {
        return Optional.ofNullable(proposals.get(key(candidate.track(), candidate.version())));
    }

    public Optional<Proposal> rollback(Track track, ClientVersion version) {
        return Optional.ofNullable(proposals.get(rollbackKey(track, version)));
    }

    /** A new proposal of the same version takes the place of the old one, and approvals of another digest lapse. */
    private void propose(Entry entry) {
        var candidate = Candidate.read(entry.payload().required("candidate"));
        var key = key(candidate.track(), candidate.version());
        candidates.put(key, candidate);
        proposals.put(
                key, new Proposal(candidate.digest(), entry.actor(), candidate.authors(), entry.time(), List.of()));
    }

    private static Publication publication(Entry entry) {
        var payload = entry.payload();
        return new Publication(
                SupportEvents.version(payload),
                entry.time(),
                entry.actor(),
                entry.sequence(),
                payload.path("hotfix").path("reason").asText(""),
                payload.path("breakGlass").path("reason").asText(""));
    }

    private void decide(String key, Entry entry) {
        var payload = entry.payload();
        var decision = new Decision(
                entry.actor(),
                !entry.type().equals(REJECTED),
                digest(entry),
                payload.path("role").asText(""),
                payload.path("reason").asText(""),
                entry.time());
        proposals.computeIfPresent(key, (unused, proposal) -> proposal.with(decision));
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

    private static String key(JsonNode payload) {
        return key(SupportEvents.track(payload), SupportEvents.version(payload));
    }

    private static String key(Track track, ClientVersion version) {
        return track + " " + version;
    }

    private static String rollbackKey(Track track, ClientVersion version) {
        return "rollback " + key(track, version);
    }
}
