package dev.gatehouse.server.edge.source;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.document.Resigning;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** The documents that a ledger leads to, signed here. */
public final class LedgerSource implements DocumentSource {
    private final LedgerStore ledger;
    private final Supplier<SupportPolicy> policy;
    private final Supplier<Signer> signer;
    private final Duration lookEvery;
    private final Clock clock;
    private final EventLog log;
    private final ReleaseState state = new ReleaseState();
    private final Resigning resigning = new Resigning();
    private Head head = Head.START;
    private boolean failing;
    private volatile boolean closed;
    private Thread thread = new Thread();

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
        resigning
                .next(support, track, state.window(track), head.sequence(), signer, clock.instant())
                .ifPresent(envelope -> documents.offer(track, envelope, name() + " " + track));
    }
}
