package dev.gatehouse.server.edge.store;

import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.edge.Shelf;
import dev.gatehouse.policy.edge.answer.CacheTimes;
import dev.gatehouse.policy.edge.answer.DecisionHeads;
import dev.gatehouse.policy.edge.answer.EnvelopeAnswers;
import dev.gatehouse.policy.edge.answer.PreparedDocument;
import dev.gatehouse.policy.edge.document.DocumentReader;
import dev.gatehouse.policy.edge.document.PolicyDocument;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.NotTrusted.Reason;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.server.edge.count.Tally;
import dev.gatehouse.server.log.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The documents that are served. Sources offer; only what is signed, of the right place, not expired and not older than
 * what is served gets in. A refused document changes nothing, and is told once by log and counted by reason.
 */
public final class Documents implements Shelf {
    /** Signer and edge have clocks of their own. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final int MOST_REMEMBERED_REFUSALS = 10_000;

    private final Supplier<DocumentCheck> check;
    private final CacheTimes times;
    private final DecisionHeads heads;
    private final EventLog log;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, String> refusedDigests = new ConcurrentHashMap<>();
    private final Map<Refusal, AtomicLong> refusals = new EnumMap<>(Refusal.class);
    private final AtomicLong revision = new AtomicLong();

    /** Why a document was refused, for the metric. */
    public enum Refusal {
        NOT_TRUSTED,
        EXPIRED,
        OTHER_PLACE,
        OLDER;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param check asked for each document, by the keys that are believed then */
    public Documents(Supplier<DocumentCheck> check, CacheTimes times, DecisionHeads heads, EventLog log, Clock clock) {
        this.check = check;
        this.times = times;
        this.heads = heads;
        this.log = log;
        this.clock = clock;
        for (var reason : Refusal.values()) {
            refusals.put(reason, new AtomicLong());
        }
    }

    /**
     * Takes a document in, if it is to be believed.
     *
     * @param place what the document must be about: the path or address at which it was found
     * @param from where it was found, for the log
     */
    public synchronized Outcome offer(Track place, byte[] envelope, String from) {
        PolicyDocument document;
        try {
            document = read(envelope);
        } catch (NotTrusted no) {
            var reason = no.reason() == Reason.EXPIRED ? Refusal.EXPIRED : Refusal.NOT_TRUSTED;
            return refuse(reason, place, envelope, from, no.getMessage() + " (" + no.reason() + ")");
        }
        if (!document.track().equals(place)) {
            return refuse(Refusal.OTHER_PLACE, place, envelope, from, "is signed for " + document.track());
        }
        var envelopes = new EnvelopeAnswers(envelope, times);
        var before = held.get(place.toString());
        if (before != null) {
            if (before.envelope().tag().equals(envelopes.tag())) {
                refusedDigests.remove(from);
                return Outcome.UNCHANGED;
            }
            if (!document.isNewerThan(before.document())) {
                return refuse(
                        Refusal.OLDER,
                        place,
                        envelope,
                        from,
                        "counter %d issued %s comes after counter %d issued %s"
                                .formatted(
                                        document.counter(),
                                        document.issued(),
                                        before.document().counter(),
                                        before.document().issued()));
            }
        }
        var tally = before == null ? new Tally() : before.tally();
        tally.know(document.versions());
        held.put(place.toString(), new Held(new PreparedDocument(document, envelopes, heads, clock.instant()), tally));
        revision.incrementAndGet();
        refusedDigests.remove(from);
        return Outcome.TAKEN;
    }

    @Override
    public Optional<Held> find(String app, String platform, String channel) {
        return Optional.ofNullable(held.get(app + '/' + platform + '/' + channel));
    }

    public Collection<Held> all() {
        return held.values();
    }

    /** Changes with every document that is taken. */
    public long revision() {
        return revision.get();
    }

    /** How many documents were refused for that reason since the start. */
    public long refused(Refusal reason) {
        var number = refusals.get(reason);
        return number == null ? 0 : number.get();
    }

    private PolicyDocument read(byte[] envelope) throws NotTrusted {
        var now = clock.instant();
        var check = this.check.get();
        try {
            return DocumentReader.read(check.check(envelope, now));
        } catch (NotTrusted no) {
            if (no.reason() != Reason.NOT_YET_VALID) {
                throw no;
            }
            return DocumentReader.read(check.check(envelope, now.plus(CLOCK_SKEW)));
        }
    }

    private Outcome refuse(Refusal reason, Track place, byte[] envelope, String from, String why) {
        var digest = Sha256.of(envelope);
        if (digest.equals(refusedDigests.get(from))) {
            return Outcome.REFUSED;
        }
        if (refusedDigests.size() < MOST_REMEMBERED_REFUSALS) {
            refusedDigests.put(from, digest);
        }
        var number = refusals.get(reason);
        if (number != null) {
            number.incrementAndGet();
        }
        log.alarm(
                "document.refused",
                Map.of(
                        "track",
                        place.toString(),
                        "from",
                        from,
                        "reason",
                        reason.text(),
                        "detail",
                        why,
                        "served",
                        held.containsKey(place.toString()) ? "the one before" : "none"));
        return Outcome.REFUSED;
    }
}
