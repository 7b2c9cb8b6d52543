package dev.gatehouse.jenkins.versions;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.release.TrackPolicies;
import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.document.Resigning;
import dev.gatehouse.policy.edge.Served;
import dev.gatehouse.policy.edge.Shelf;
import dev.gatehouse.policy.edge.answer.CacheTimes;
import dev.gatehouse.policy.edge.answer.DecisionHeads;
import dev.gatehouse.policy.edge.answer.EnvelopeAnswers;
import dev.gatehouse.policy.edge.answer.PreparedDocument;
import dev.gatehouse.policy.edge.document.DocumentReader;
import dev.gatehouse.policy.keys.KeyRing;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.policy.support.SupportPolicy;
import dev.gatehouse.policy.support.Track;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The documents that a ledger leads to, signed here and kept in memory. Whoever asks may find that a look at the ledger is due
 * and takes it; all others are answered from memory meanwhile. What went wrong is logged, and what was served before is still.
 */
final class SignedTracks implements Shelf {
    private static final Logger LOG = Logger.getLogger(SignedTracks.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofDays(1);

    private final LedgerStore ledger;
    private final TrackPolicies policies;
    private final Function<String, SupportPolicy> reader;
    private final Supplier<KeyRing> keys;
    private final Clock clock;
    private final ReleaseState state = new ReleaseState();
    private final Resigning resigning = new Resigning();
    private final DecisionHeads heads = new DecisionHeads(CacheTimes.DECISION, RETRY_AFTER);
    private final Map<String, Served> held = new ConcurrentHashMap<>();
    private final ReentrantLock looking = new ReentrantLock();
    private Head head = Head.START;
    private volatile Instant nextLook = Instant.MIN;
    private volatile String failure = "";

    /**
     * @param reader makes a support policy of a policy file's text and the organisation's floor
     * @param keys the ring of today, which is made when there is none
     */
    SignedTracks(
            LedgerStore ledger,
            TrackPolicies policies,
            Function<String, SupportPolicy> reader,
            Supplier<KeyRing> keys,
            Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.reader = reader;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Served> find(String app, String platform, String channel) {
        lookIfDue();
        return Optional.ofNullable(held.get(app + '/' + platform + '/' + channel));
    }

    /** Why the last look failed; empty when it did not. */
    String failure() {
        return failure;
    }

    private void lookIfDue() {
        var now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        // the first one to ask waits, or it would be told that there is nothing
        if (held.isEmpty()) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return;
        }
        try {
            if (!now.isBefore(nextLook)) {
                nextLook = now.plus(LOOK_EVERY);
                look();
            }
        } finally {
            looking.unlock();
        }
    }

    private void look() {
        try {
            head = ledger.read(head, state::accept);
            for (var policy : policies.all().entrySet()) {
                sign(policy.getKey(), reader.apply(policy.getValue()));
            }
            failure = "";
        } catch (BrokenLedger | BadInput | UncheckedIOException | IOException | NotTrusted e) {
            var sentence = String.valueOf(e.getMessage());
            if (!sentence.equals(failure)) {
                failure = sentence;
                LOG.log(Level.WARNING, "the app-versions endpoint serves what it had before", e);
            }
        }
    }

    private void sign(Track track, SupportPolicy policy) throws NotTrusted {
        var now = clock.instant();
        var fresh = resigning.next(
                policy,
                track,
                state.window(track),
                head.sequence(),
                () -> new Signer(keys.get().valid()),
                now);
        if (fresh.isPresent()) {
            // what does not pass an app's own check is not handed out
            var document = DocumentReader.read(check().check(fresh.get(), now));
            var envelope = new EnvelopeAnswers(fresh.get(), CacheTimes.DOCUMENT);
            var prepared = new PreparedDocument(document, envelope, heads, now);
            held.put(track.toString(), () -> prepared);
        }
    }

    private DocumentCheck check() {
        return new DocumentCheck(new Verifier(
                keys.get().valid().stream().map(SigningKey::publicKey).toList()));
    }
}
