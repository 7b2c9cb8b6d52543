package dev.gatehouse.server.control;

import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.edge.answer.DecisionHeads;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.outbox.TrackerQueue;
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
import dev.gatehouse.server.control.oidc.OidcSettings;
import dev.gatehouse.server.control.oidc.Provider;
import dev.gatehouse.server.control.pages.Pages;
import dev.gatehouse.server.control.room.AccessOffice;
import dev.gatehouse.server.control.room.Adoption;
import dev.gatehouse.server.control.room.BuildChecks;
import dev.gatehouse.server.control.room.ControlRoom;
import dev.gatehouse.server.control.room.ControlState;
import dev.gatehouse.server.control.room.OutboxOffice;
import dev.gatehouse.server.control.room.RuleBook;
import dev.gatehouse.server.control.room.ScanReports;
import dev.gatehouse.server.control.room.Watch;
import dev.gatehouse.server.control.vault.Vault;
import dev.gatehouse.server.control.web.LiveUpdates;
import dev.gatehouse.server.control.web.Mistakes;
import dev.gatehouse.server.control.web.Page;
import dev.gatehouse.server.control.web.Proxies;
import dev.gatehouse.server.control.web.Traffic;
import dev.gatehouse.server.control.web.WebHandler;
import dev.gatehouse.server.edge.EdgeSettings;
import dev.gatehouse.server.edge.EdgeSite;
import dev.gatehouse.server.edge.OperatorsSite;
import dev.gatehouse.server.edge.count.Bursts;
import dev.gatehouse.server.edge.source.LedgerSource;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.http.HttpDate;
import dev.gatehouse.server.http.listen.EventLoops;
import dev.gatehouse.server.http.listen.Listener;
import dev.gatehouse.server.log.EventLog;
import io.vertx.core.Vertx;
import java.net.URI;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Control plane and edge in one process, at one address. */
public final class ControlPlane implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** A chore that waits for others, or reads long, must not keep open pages waiting. */
    private static final int CHORES_AT_ONCE = 3;

    private static final int MOST_OF_A_REPORT = 8 << 20;
    private static final int MOST_OF_A_COMMAND = 1 << 20;
    private static final int MOST_OF_A_FORM = 64 << 10;
    private static final long MOST_HELD = 64L << 20;
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
    private final Watch watch;
    private final Counting counting;
    private final EventLog log;
    private final AtomicLong told = new AtomicLong(-1);
    private final int port;
    private final int operatorsPort;
    private volatile boolean ending;
    private volatile boolean reachable = true;

    /**
     * What to run on.
     *
     * @param signer the keys that sign now
     * @param trusted their public parts, by which the edge believes what is signed here
     * @param outbox what waits for trackers; empty when nobody said where that is
     * @param secret the server's own, at least 32 bytes
     */
    public record Parts(
            LedgerStore ledger,
            Vault vault,
            RuleBook rules,
            Supplier<Signer> signer,
            Supplier<List<PublicKey>> trusted,
            Optional<TrackerQueue> outbox,
            Seal secret,
            SecureRandom random) {}

    /**
     * How to run.
     *
     * @param open where people, programs and clients ask
     * @param operators where health and metrics are; empty for nowhere
     * @param edges whose metrics are read, for the counts of clients
     * @param oidc a provider by which people may sign in too
     * @param keepReports how long scan reports are kept that no candidate in hand needs
     */
    public record Setup(
            EdgeSettings edge,
            Listener.Settings open,
            Optional<Listener.Settings> operators,
            int eventLoops,
            Duration keepReports,
            Optional<OidcSettings> oidc,
            Proxies proxies,
            List<URI> edges) {}

    /** Starts; returns when requests are answered. */
    public ControlPlane(Setup setup, Parts parts, EventLog log, Clock clock) {
        this.log = log;
        chores = Executors.newScheduledThreadPool(CHORES_AT_ONCE, daemon());
        documents = new Documents(
                // asked anew each time, so that keys may be rotated while this runs
                () -> new DocumentCheck(new Verifier(parts.trusted().get())),
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
        office = new AccessOffice(room, people);
        watch = new Watch(room, parts.vault(), log);
        watch.look();
        var reports = new ScanReports(parts.vault(), clock);
        var checks = new BuildChecks(parts.vault());
        var adoption = new Adoption(parts.vault());
        var outbox = new OutboxOffice(room, parts.outbox());
        var mistakes = new Mistakes(log);
        var api = new Api(room, office, people, reports, checks, adoption, outbox, mistakes);
        var pages = new Pages(
                new Pages.Rooms(room, office, people, reports, checks, adoption, outbox),
                new Pages.Doors(doorkeeper, secondStep, parts.secret(), parts.random(), clock),
                setup.oidc().map(settings -> new Provider(settings, log)),
                mistakes);
        Page both =
                request -> request.target().path().startsWith(Api.ROOT) ? api.answer(request) : pages.answer(request);
        vertx = EventLoops.start(setup.eventLoops());
        try {
            var date = new HttpDate(clock);
            var site = new EdgeSite(documents, setup.edge(), clock);
            open = new Listener(vertx, setup.open(), date, log);
            var traffic = new Traffic();
            var handler = new WebHandler(
                    vertx,
                    both,
                    live,
                    date,
                    traffic,
                    new WebHandler.Settings(ControlPlane::most, MOST_HELD, setup.proxies()));
            var health =
                    new OperatorsSite(documents, site, open::connections, this::isReady, () -> metrics(traffic), clock);
            port = open.start(site, health.before(handler, date), setup.eventLoops());
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
        counting = new Counting(documents, adoption, clock);
        var bursts = new Bursts(log);
        every(Duration.ofSeconds(1), this::tellPages);
        every(Duration.ofSeconds(20), live::breathe);
        every(Duration.ofMinutes(1), counting::store);
        every(Duration.ofMinutes(1), new EdgeCounts(setup.edges(), parts.vault(), adoption, log, clock)::store);
        every(
                Duration.ofMinutes(1),
                () -> documents
                        .all()
                        .forEach(held -> bursts.look(held.document().track().toString(), held.tally())));
        every(Duration.ofHours(1), room::verify);
        every(Duration.ofHours(1), () -> reports.forget(setup.keepReports(), room.reportsInUse()));
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
        attempt(counting::store).run();
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
        // who asks must not wait for alarms; at the end the next start tells them
        if (!chores.isShutdown()) {
            chores.execute(attempt(watch::look));
        }
    }

    private static int most(String target) {
        if (target.startsWith(Api.ROOT)) {
            return target.startsWith(Api.SCANS) ? MOST_OF_A_REPORT : MOST_OF_A_COMMAND;
        }
        return MOST_OF_A_FORM;
    }

    /** Whether what is asked now could be answered: the stores are there. */
    private boolean isReady() {
        return !ending && reachable;
    }

    private String metrics(Traffic traffic) {
        return traffic.metrics() + """
                # HELP gatehouse_ledger_entries Entries of the ledger that this server has seen.
                # TYPE gatehouse_ledger_entries gauge
                gatehouse_ledger_entries %d
                # HELP gatehouse_live_pages Open pages that are told of changes.
                # TYPE gatehouse_live_pages gauge
                gatehouse_live_pages %d
                """.formatted(told.get(), live.count());
    }

    /** Others record too: commands, and other servers. */
    private void tellPages() {
        boolean whole = false;
        try {
            watch.look();
            whole = true;
        } finally {
            reachable = whole;
        }
        long sequence = room.look(ControlState::head).sequence();
        if (told.getAndSet(sequence) != sequence) {
            live.tell(sequence);
        }
    }

    private void every(Duration pause, Runnable chore) {
        var unused = chores.scheduleWithFixedDelay(
                attempt(chore), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A chore that fails is told once, and comes again. */
    private Runnable attempt(Runnable chore) {
        var failing = new AtomicReference<>("");
        return () -> {
            try {
                chore.run();
                failing.set("");
            } catch (RuntimeException e) {
                var detail = String.valueOf(e);
                if (!failing.getAndSet(detail).equals(detail)) {
                    log.alarm(e instanceof BrokenLedger ? "ledger.broken" : "chore.failed", Map.of("detail", detail));
                }
            }
        };
    }

    private static ThreadFactory daemon() {
        return chore -> {
            var thread = new Thread(chore, "gatehouse-chores");
            thread.setDaemon(true);
            return thread;
        };
    }
}
