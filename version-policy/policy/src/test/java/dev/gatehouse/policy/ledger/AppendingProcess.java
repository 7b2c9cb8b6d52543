package dev.gatehouse.policy.ledger;

import java.nio.file.Path;

/** Appends as fast as the disk allows, and says so of each entry once it is acknowledged. */
public final class AppendingProcess {
    private AppendingProcess() {}

    /** The ledger's file, and how many entries; the usual number is never reached, for the process is killed before. */
    public static void main(String[] args) {
        append(new FileLedger(Path.of(args[0])), Integer.parseInt(args[1]));
    }

    /** Prints {@code SEQUENCE HASH} for every entry; ends when nobody listens any more, as when the test is killed. */
    public static void append(LedgerStore store, int count) {
        var ledger = new Ledger<>(store, Entries.CLOCK, Object::new, (state, entry) -> {});
        for (int i = 0; i < count && !System.out.checkError(); i++) {
            var head = ledger.decide((state, now) ->
                            Entries.draft("from " + ProcessHandle.current().pid()))
                    .head();
            System.out.println(head.sequence() + " " + head.hash());
        }
    }
}
