package dev.gatehouse.server.edge.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.document.ClientVersionPolicy;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.support.SupportPolicy;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.log.EventLog;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The documents that a ledger leads to, signed here. A track is signed anew when what it says changes, and when half of
 * its validity is over. The counter is the ledger's sequence, so it only grows; a document that is only refreshed keeps
 * it and has a later time of issue.
 */
public final class LedgerSource implements DocumentSource {
    private final LedgerStore ledger;
    private final Supplier<SupportPolicy> policy;
    private final Supplier<Signer> signer;
    private final Duration lookEvery;
    private final Clock clock;
    private final EventLog log;
    private final ReleaseState state = new ReleaseState();
    private final Map<Track, Signed> signed = new HashMap<>();
    private Head head = Head.START;
    private boolean failing;
    private volatile boolean closed;
    private Thread thread = new Thread();

    /** @param content the document without what every signing changes */
    private record Signed(String content, Instant refresh) {}

    /**
     * @param policy the support policy as it is now
     * @param signer the keys that sign now
     */
    public LedgerSource(
            LedgerStore ledger,
            Supplier<SupportPolicy> policy,
            Supplier<Signer> signer,
            Duration lookEvery,
            Clock clock,
            EventLog log) {
        this.ledger = ledger;
        this.policy = policy;
        this.signer = signer;
        this.lookEvery = lookEvery;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public void start(Documents documents) {
        look(documents);
        thread = new Thread(() -> follow(documents), "gatehouse-ledger");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String name() {
        return ledger.name();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** One look now, for a control plane that has just appended and does not want to wait. */
    public synchronized void look(Documents documents) {
        try {
            head = ledger.read(head, state::accept);
            var support = policy.get();
            for (var track : support.tracks().keySet()) {
                sign(documents, support, track);
            }
            failing = false;
        } catch (BrokenLedger | BadInput | UncheckedIOException e) {
            if (!failing) {
                failing = true;
                log.alarm("ledger.unreadable", Map.of("from", name(), "detail", String.valueOf(e.getMessage())));
            }
        }
    }

    private void follow(Documents documents) {
        while (!closed) {
            try {
                Thread.sleep(lookEvery.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            look(documents);
        }
    }

    private void sign(Documents documents, SupportPolicy support, Track track) {
        var now = clock.instant();
        var before = signed.get(track);
        var window = state.window(track);
        var unsigned = ClientVersionPolicy.json(track, window, support, head.sequence(), "", now);
        var content = content(unsigned);
        if (before != null && before.content().equals(content) && now.isBefore(before.refresh())) {
            return;
        }
        var key = signer.get();
        var json = ClientVersionPolicy.json(track, window, support, head.sequence(), key.keyId(), now);
        var envelope = key.sign(ClientVersionPolicy.TYPE, CanonicalJson.bytes(json));
        documents.offer(track, envelope.json().getBytes(StandardCharsets.UTF_8), name() + " " + track);
        var expires = now.atOffset(ZoneOffset.UTC).plus(support.expiresAfter()).toInstant();
        signed.put(
                track,
                new Signed(content, now.plus(Duration.between(now, expires).dividedBy(2))));
    }

    private static String content(ObjectNode document) {
        document.remove("counter");
        document.remove("issued");
        document.remove("expires");
        document.remove("keyId");
        return CanonicalJson.text(document);
    }
}
