package dev.gatehouse.server.control;

import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.server.control.account.BookKeeper;
import dev.gatehouse.server.control.account.Doorkeeper;
import dev.gatehouse.server.control.account.Passwords;
import dev.gatehouse.server.control.account.People;
import dev.gatehouse.server.control.account.Seal;
import dev.gatehouse.server.control.account.SecondStep;
import dev.gatehouse.server.control.api.Api;
import dev.gatehouse.server.control.pages.Pages;
import dev.gatehouse.server.control.room.AccessOffice;
import dev.gatehouse.server.control.room.Adoption;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.ControlState;
import dev.gatehouse.server.control.room.RuleBook;
import dev.gatehouse.server.control.room.ScanReports;
import dev.gatehouse.server.control.vault.Vault;
import dev.gatehouse.server.control.web.LiveUpdates;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Page;
import dev.gatehouse.server.control.web.WebHandler;
import dev.gatehouse.server.edge.EdgeSettings;
import dev.gatehouse.server.edge.EdgeSite;
import dev.gatehouse.server.edge.OperatorsSite;
import dev.gatehouse.server.edge.answer.DecisionHeads;
import dev.gatehouse.server.edge.source.LedgerSource;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.http.HttpDate;
import dev.gatehouse.server.http.listen.EventLoops;
import dev.gatehouse.server.http.listen.Listener;
import dev.gatehouse.server.log.EventLog;
import io.vertx.core.Vertx;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Control plane and edge in one process, at one address. */
public final class ControlPlane implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int MOST_BODY = 8 << 20;
    private static final Set<String> MOVES_DOCUMENTS = Set.of(
            SupportEvents.PUBLISHED,
            SupportEvents.RETIRED,
            SupportEvents.BLOCKED,
            SupportEvents.MINIMUM_RAISED,
            SupportEvents.MINIMUM_ROLLED_BACK);

    private final Vertx vertx;
    private final Listener open;
    private final Optional<Listener> operators;
    private final LedgerSource source;
    private final Documents documents;
    private final LiveUpdates live = new LiveUpdates();
    private final ScheduledExecutorService chores;
    private final ControlRoom room;
    private final AccessOffice office;
    private final EventLog log;
    private final AtomicLong told = new AtomicLong(-1);
    private final int port;
    private final int operatorsPort;
    private volatile boolean ending;

    /**
     * What to run on.
     *
     * @param signer the keys that sign now
     * @param trusted their public parts, by which the edge believes what is signed here
     * @param secret the server's own, at least 32 bytes
     */
    public record Parts(
            LedgerStore ledger,
            Vault vault,
            RuleBook rules,
            Supplier<Signer> signer,
            Supplier<List<PublicKey>> trusted,
            Seal secret,
            SecureRandom random) {}

    /**
     * How to run.
     *
     * @param open where people, programs and clients ask
     * @param operators where health and metrics are; empty for nowhere
     */
    public record Setup(
            EdgeSettings edge, Listener.Settings open, Optional<Listener.Settings> operators, int eventLoops) {}

    /** Starts; returns when requests are answered. */
    public ControlPlane(Setup setup, Parts parts, EventLog log, Clock clock) {
        this.log = log;
        documents = new Documents(
                new DocumentCheck(new Verifier(parts.trusted().get())),
                setup.edge().documentTimes(),
                new DecisionHeads(setup.edge().decisionTimes(), setup.edge().retryAfter()),
                log,
                clock);
        source = new LedgerSource(
                parts.ledger(), () -> parts.rules().now().rules().support(), parts.signer(), LOOK_EVERY, clock, log);
        room = new ControlRoom(parts.ledger(), parts.rules(), parts.signer(), clock, this::recorded);
        // a ledger that does not hold is told before anything is served
        room.look(ControlState::head);
        source.start(documents);
        var keeper = new BookKeeper(parts.vault());
        var passwords = new Passwords(parts.random());
        var people = new People(keeper, passwords, parts.random(), clock);
        var secondStep = new SecondStep(keeper, parts.secret(), parts.random(), clock);
        var doorkeeper = new Doorkeeper(keeper, passwords, secondStep, parts.random(), clock, log);
        office = new AccessOffice(room, people, log);
        var reports = new ScanReports(parts.vault());
        var adoption = new Adoption(parts.vault());
        var mistakes = new Mistakes(log);
        var api = new Api(room, office, people, reports, adoption, mistakes);
        var pages = new Pages(
                new Pages.Rooms(room, office, people, reports, adoption),
                doorkeeper,
                secondStep,
                parts.secret(),
                mistakes);
        Page both =
                request -> request.target().path().startsWith(Api.ROOT) ? api.answer(request) : pages.answer(request);
        chores = Executors.newSingleThreadScheduledExecutor(daemon());
        vertx = EventLoops.start(setup.eventLoops());
        try {
            var date = new HttpDate(clock);
            var site = new EdgeSite(documents, setup.edge(), clock);
            open = new Listener(vertx, setup.open(), date, log);
            var health = new OperatorsSite(documents, site, open::connections, () -> !ending, clock);
            port = open.start(
                    site, health.before(new WebHandler(vertx, both, live, date, MOST_BODY), date), setup.eventLoops());
            operators = setup.operators().map(settings -> new Listener(vertx, settings, date, log));
            operatorsPort = operators
                    .map(listener -> listener.start(health.forOperators(), unused -> {}, 1))
                    .orElse(0);
        } catch (RuntimeException e) {
            source.close();
            chores.shutdownNow();
            vertx.close();
            throw e;
        }
        var counting = new Counting(documents, adoption, clock);
        every(Duration.ofSeconds(1), this::tellPages);
        every(Duration.ofSeconds(20), live::breathe);
        every(Duration.ofMinutes(1), counting::store);
        every(Duration.ofHours(1), this::verify);
        log.info(
                "serve.started",
                Map.of("ledger", parts.ledger().name(), "vault", parts.vault().place()));
    }

    public int port() {
        return port;
    }

    /** 0 when there is no listener for operators. */
    public int operatorsPort() {
        return operatorsPort;
    }

    /** A one-time code for the first administrator; empty when there is one. */
    public Optional<String> firstCode() {
        return office.firstCode();
    }

    /** Takes no new connection, ends what is under way, and returns when that is done. */
    @Override
    public void close() {
        if (ending) {
            return;
        }
        ending = true;
        live.close();
        source.close();
        open.stop();
        operators.ifPresent(Listener::stop);
        chores.shutdown();
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
        log.info("serve.stopped", Map.of());
    }

    /** Something was recorded here: the edge shall not wait for its next look. */
    private void recorded(Entry entry) {
        if (MOVES_DOCUMENTS.contains(entry.type())) {
            source.look(documents);
        }
        if (entry.payload().has("breakGlass")) {
            log.alarm("glass.broken", Map.of("by", entry.actor(), "entry", String.valueOf(entry.sequence())));
        }
    }

    private void tellPages() {
        long sequence = room.look(ControlState::head).sequence();
        if (told.getAndSet(sequence) != sequence) {
            live.tell(sequence);
        }
    }

    private void verify() {
        try {
            room.verify();
        } catch (BrokenLedger e) {
            log.alarm("ledger.broken", Map.of("detail", String.valueOf(e.getMessage())));
        }
    }

    /** A chore that fails is told, and comes again. */
    private void every(Duration pause, Runnable chore) {
        var unused = chores.scheduleWithFixedDelay(
                () -> {
                    try {
                        chore.run();
                    } catch (RuntimeException e) {
                        log.alarm("chore.failed", Map.of("detail", String.valueOf(e)));
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory daemon() {
        return chore -> {
            var thread = new Thread(chore, "gatehouse-chores");
            thread.setDaemon(true);
            return thread;
        };
    }
}
