package dev.gatehouse.policy.evidence;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.Proposal;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.train.Ruling;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a ledger from its first entry to its last and decides again what was decided about one version. The
 * same rules on the same past must come to the same entry: that is how a record is checked, and how it is described.
 */
final class Replay {
    private final ReleaseDesk desk;
    private final Track track;
    private final ClientVersion version;
    private final ReleaseState state = new ReleaseState();
    private final List<Long> entries = new ArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private @Nullable Candidate released;
    private @Nullable Proposal approved;
    private @Nullable Departure departure;
    private Head head = Head.START;

    private Replay(ReleaseRules rules, Track track, ClientVersion version) {
        this.desk = new ReleaseDesk(rules);
        this.track = track;
        this.version = version;
    }

    /** Reads all of {@code ledger}; throws what its store throws for a broken one. */
    static Replay of(LedgerStore ledger, ReleaseRules rules, Track track, ClientVersion version) {
        var replay = new Replay(rules, track, version);
        ledger.read(Head.START, replay::accept);
        return replay;
    }

    /** Where the ledger ended. */
    Head head() {
        return head;
    }

    /** The whole ledger in the form of a ledger file. */
    byte[] lines() {
        return lines.toByteArray();
    }

    /** Sequences of the entries that are about this version. */
    List<Long> entries() {
        return List.copyOf(entries);
    }

    /** What went out, or else what is proposed. */
    Candidate candidate() {
        if (released != null) {
            return released;
        }
        return state.candidate(track, version)
                .orElseThrow(() -> new Refused("%s was not proposed for %s".formatted(version, track)));
    }

    Proposal proposal() {
        return approved != null ? approved : state.proposal(candidate()).orElseThrow();
    }

    /** How it went out; null while it has not. */
    @Nullable
    Departure departure() {
        return departure;
    }

    /** What every rule says: of the moment of publishing, or of {@code now} while there was none. */
    List<Ruling> rulings(Instant now) {
        return departure == null ? desk.rulings(state, candidate(), "", now) : departure.rulings();
    }

    private void accept(Entry entry) {
        if (isAboutIt(entry)) {
            entries.add(entry.sequence());
        }
        if (isAboutIt(entry) && entry.type().equals(SupportEvents.PUBLISHED)) {
            publish(entry);
        } else {
            state.accept(entry);
        }
        var stored = EntryFormat.stored(entry);
        lines.writeBytes((stored.hash() + " " + stored.body() + "\n").getBytes(StandardCharsets.UTF_8));
        head = entry.head();
    }

    private boolean isAboutIt(Entry entry) {
        var payload = entry.payload();
        return payload.path("app").asText().equals(track.app())
                && payload.path("platform").asText().equals(track.platform())
                && payload.path("channel").asText().equals(track.channel())
                && payload.path("clientVersion").asText().equals(version.toString());
    }

    private void publish(Entry entry) {
        var before = state.window(track);
        var payload = entry.payload();
        var hotfix = payload.path("hotfix").path("reason").asText("");
        var rulings = List.<Ruling>of();
        var candidate = state.candidate(track, version);
        if (candidate.isPresent()) {
            released = candidate.get();
            approved = state.proposal(released).orElseThrow();
            rulings = desk.rulings(state, released, hotfix, entry.time());
        }
        var difference = difference(
                entry,
                new Command.Publish(
                        track,
                        version,
                        List.of(),
                        Instant.parse(
                                payload.path("storeLiveAt").asText(entry.time().toString())),
                        hotfix,
                        payload.path("breakGlass").path("reason").asText("")));
        state.accept(entry);
        departure = new Departure(entry, rulings, before, state.window(track), difference);
    }

    private @Nullable String difference(Entry entry, Command.Publish command) {
        try {
            var again = desk.decide(state, command, entry.actor(), entry.time());
            return CanonicalJson.text(again.payload()).equals(CanonicalJson.text(entry.payload()))
                    ? null
                    : "entry %d does not record what the policy decides: %s"
                            .formatted(entry.sequence(), again.payload());
        } catch (Refused | BadInput e) {
            return "the policy would have refused entry %d: %s".formatted(entry.sequence(), e.getMessage());
        }
    }
}
