package dev.gatehouse.server.control.room;

import dev.gatehouse.policy.checkpoint.Checkpoint;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.signing.Envelope;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.server.control.access.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger, the rules and the keys, for everybody who was let in. */
public final class ControlRoom {
    private final LedgerStore store;
    private final Ledger<ControlState> ledger;
    private final RuleBook rules;
    private final Supplier<Signer> signer;
    private final Clock clock;
    private final Consumer<Entry> recorded;

    /** @param recorded is told of every entry that was recorded here */
    public ControlRoom(
            LedgerStore store, RuleBook rules, Supplier<Signer> signer, Clock clock, Consumer<Entry> recorded) {
        this.store = store;
        this.ledger = new Ledger<>(store, clock, ControlState::new, ControlState::accept);
        this.rules = rules;
        this.signer = signer;
        this.clock = clock;
        this.recorded = recorded;
    }

    /** What {@code question} makes of the newest state; it must not keep the state itself. */
    public <T> T look(Function<? super ControlState, T> question) {
        return ledger.look(question);
    }

    public Instant now() {
        return clock.instant();
    }

    public ReleaseRules rules() {
        return rules.now().rules();
    }

    public RuleBook book() {
        return rules;
    }

    /** Decides and records. */
    public Entry decide(Person person, Command command) {
        return record(decision(person, command));
    }

    /** What {@link #decide} would record now. */
    public Draft preview(Person person, Command command) {
        return ledger.preview(decision(person, command));
    }

    /** Records what is no release, such as a grant. */
    public Entry record(Ledger.Decision<ControlState> decision) {
        var entry = ledger.decide(decision);
        recorded.accept(entry);
        return entry;
    }

    /** What would be recorded, of what is no release. */
    public Draft preview(Ledger.Decision<ControlState> decision) {
        return ledger.preview(decision);
    }

    /** Every version that was ever proposed: what is out first, then what waits, each in order. */
    public List<ReleaseStatus> standings() {
        var desk = new ReleaseDesk(rules());
        return look(state -> Stream.concat(
                        state.published().stream(),
                        desk.standings(state.releases(), now()).stream().map(ReleaseStatus::of))
                .toList());
    }

    /** Digests of the scan reports of candidates that wait. */
    public Set<String> reportsInUse() {
        return standings().stream()
                .filter(standing -> standing.stage() != ReleaseStatus.Stage.PUBLISHED)
                .map(standing -> standing.candidate().scan().reportSha256())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Set<Role> roles(String account) {
        return look(state -> state.access().roles(account, now()));
    }

    /** The store itself, for listings and checks. */
    public LedgerStore store() {
        return store;
    }

    /** Verifies the whole chain; throws {@code BrokenLedger} where it does not hold. */
    public Head verify() {
        return store.read(Head.START, unused -> {});
    }

    /** That the ledger ends here now, signed. */
    public Envelope checkpoint() {
        return new Checkpoint(look(ControlState::head), now()).sign(signer.get());
    }

    private Ledger.Decision<ControlState> decision(Person person, Command command) {
        Permissions.check(person, command);
        var desk = new ReleaseDesk(rules());
        return (state, now) -> desk.decide(state.releases(), command, person.name(), now);
    }
}
