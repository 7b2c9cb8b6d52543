package dev.gatehouse.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every ledger store promises, whatever it keeps its entries in. */
public abstract class LedgerStoreContract {
    private static final int WRITERS = 8;
    private static final int ENTRIES = 20;

    /** Another way to the same ledger, as another process would have; empty at first. */
    protected abstract LedgerStore open();

    @Test
    void entriesAreReadBackAsTheyWereWritten() {
        for (var note : List.of("one", "thr\u00e9e\n\u202e<script>", "\ud83d\ude80 \\ \" \u0000")) {
            Entries.append(open(), note);
        }
        assertThat(Entries.notes(open()))
                .containsExactly("one", "thr\u00e9e\n\u202e<script>", "\ud83d\ude80 \\ \" \u0000");
    }

    @Test
    void anEmptyLedgerHasTheFirstHead() {
        assertThat(open().read(Head.START, entry -> {})).isEqualTo(Head.START);
    }

    @Test
    void whoeverDecidedOnAnOldHeadIsToldAndNothingIsWritten() {
        var ours = open();
        Entries.append(ours, "one");
        var head = ours.read(Head.START, entry -> {});
        Entries.append(open(), "theirs");
        assertThatThrownBy(() -> ours.append(head, Entries.draft("ours"), Entries.TIME))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> ours.append(Head.START, Entries.draft("ours"), Entries.TIME))
                .isInstanceOf(Conflict.class);
        assertThat(Entries.notes(open())).containsExactly("one", "theirs");
    }

    @Test
    void whoeverKnowsAHeadReadsOnBehindIt() {
        var store = open();
        var first = Entries.append(store, "one").head();
        Entries.append(open(), "two");
        Entries.append(open(), "three");
        var notes = new ArrayList<String>();
        var head = store.read(
                first, entry -> notes.add(entry.payload().path("note").asText()));
        assertThat(notes).containsExactly("two", "three");
        assertThat(head.sequence()).isEqualTo(3);
        assertThat(store.read(head, entry -> notes.add("none"))).isEqualTo(head);
        assertThat(notes).hasSize(2);
    }

    @Test
    void aLedgerThatLacksAHeadWhichWasThereIsBroken() {
        Entries.append(open(), "one");
        assertThatThrownBy(() -> open().read(new Head(1, "f".repeat(64)), entry -> {}))
                .isInstanceOf(BrokenLedger.class);
        assertThatThrownBy(() -> open().read(new Head(7, "f".repeat(64)), entry -> {}))
                .isInstanceOf(BrokenLedger.class);
    }

    /** Each writer counts up its own number in the state: a lost or doubled entry would leave a gap or a twin. */
    @Test
    void eightConcurrentWritersLoseAndDoubleNothing() throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            var tasks = IntStream.range(0, WRITERS)
                    .<Callable<List<Entry>>>mapToObj(writer -> () -> write("writer " + writer))
                    .toList();
            var acknowledged = new ArrayList<Entry>();
            for (Future<List<Entry>> done : pool.invokeAll(tasks)) {
                acknowledged.addAll(done.get());
            }
            var kept = new ArrayList<Entry>();
            open().read(Head.START, kept::add);
            assertThat(kept).hasSize(WRITERS * ENTRIES).containsExactlyInAnyOrderElementsOf(acknowledged);
            for (int writer = 0; writer < WRITERS; writer++) {
                var name = "writer " + writer;
                assertThat(kept.stream()
                                .filter(entry -> entry.type().equals(name))
                                .map(entry -> entry.payload().path("number").asInt()))
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, ENTRIES).boxed().toList());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Entry> write(String name) {
        var ledger = new Ledger<HashMap<String, Integer>>(
                open(), Entries.CLOCK, HashMap::new, (counts, entry) -> counts.merge(entry.type(), 1, Integer::sum));
        var written = new ArrayList<Entry>();
        for (int i = 0; i < ENTRIES; i++) {
            written.add(ledger.decide((counts, now) -> {
                var payload = Entries.draft("").payload().put("number", 1 + counts.getOrDefault(name, 0));
                return new Draft("anna", name, 1, payload);
            }));
        }
        return written;
    }
}
