package dev.gatehouse.server.control.backup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.backup.RestoreState;
import dev.gatehouse.policy.checkpoint.Checkpoint;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Conflict;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.server.control.vault.Vault;
import java.time.Instant;

/** Puts a backup into stores that hold nothing yet, and reads back what was put there. */
public final class Restore {
    /** The type of an entry that stands for one that is gone. */
    public static final String LOST = "entry.lost";

    private Restore() {}

    /** Refuses a ledger or a vault that holds something already. */
    public static void refuseUnlessEmpty(LedgerStore ledger, Vault vault) {
        if (!ledger.read(Head.START, unused -> {}).equals(Head.START)) {
            throw new BadInput("%s: holds a ledger already; restore into an empty one".formatted(ledger.name()));
        }
        if (!vault.names("").isEmpty()) {
            throw new BadInput("%s: holds documents already; restore into an empty place".formatted(vault.place()));
        }
    }

    /** Appends every entry as it was: same content, same time, and so the same hash. */
    public static void ledger(BackupFile backup, LedgerStore ledger) {
        var head = new Head[] {Head.START};
        backup.entries(entry -> head[0] = append(ledger, head[0], entry).head());
    }

    /** Writes every document of the vault. */
    public static void documents(BackupFile backup, Vault vault) {
        for (var name : backup.documents()) {
            if (!vault.write(name, 0, backup.document(name))) {
                throw new BadInput(
                        "%s: somebody else is writing there; restore into an empty place".formatted(vault.place()));
            }
        }
    }

    /** Throws {@link BadInput} unless the ledger ends now where the backup's does. */
    public static void verify(BackupFile backup, LedgerStore ledger) {
        if (!LedgerAudit.verify(ledger).equals(backup.manifest().head())) {
            throw new BadInput("%s: does not hold what the backup holds".formatted(ledger.name()));
        }
    }

    /**
     * States of every entry between the backup and {@code sequence} that it is lost. The counter of a signed document is a
     * sequence of the ledger, and whoever has seen a higher one believes no lower one.
     */
    public static void lost(LedgerStore ledger, long sequence, String actor, Instant now) {
        var head = ledger.read(Head.START, unused -> {});
        var payload = JsonNodeFactory.instance
                .objectNode()
                .put("reason", "was not in the backup that was restored after entry %d".formatted(head.sequence()));
        while (head.sequence() < sequence) {
            head = append(ledger, head, new Draft(actor, LOST, 1, payload), now).head();
        }
    }

    /** Records in the ledger that was restored that it was. */
    public static void record(BackupFile backup, LedgerStore ledger, String actor, Instant now) {
        record(backup, ledger, actor, false, now);
    }

    /** Refuses a ledger that the backup is not one of: a trial with somebody else's backup shows nothing. */
    public static void refuseUnlessOf(BackupFile backup, LedgerStore ledger) {
        var manifest = backup.manifest();
        try {
            new Checkpoint(manifest.head(), manifest.created()).verify(ledger);
        } catch (BrokenLedger other) {
            throw new BadInput(
                    "%s: is not the ledger that was backed up; name that of the server that the backup is of"
                            .formatted(ledger.name()),
                    other);
        }
    }

    /** Records in the ledger of a server that goes on that its backup was restored somewhere else. */
    public static void recordTrial(BackupFile backup, LedgerStore ledger, String actor, Instant now) {
        record(backup, ledger, actor, true, now);
    }

    private static void record(BackupFile backup, LedgerStore ledger, String actor, boolean trial, Instant now) {
        var manifest = backup.manifest();
        var head = ledger.read(Head.START, unused -> {});
        append(ledger, head, RestoreState.draft(actor, manifest.created(), manifest.head(), trial), now);
    }

    private static Entry append(LedgerStore ledger, Head head, Entry entry) {
        var draft = new Draft(entry.actor(), entry.type(), entry.version(), (ObjectNode) entry.payload());
        return append(ledger, head, draft, entry.time());
    }

    private static Entry append(LedgerStore ledger, Head head, Draft draft, Instant time) {
        try {
            return ledger.append(head, draft, time);
        } catch (Conflict somebodyElse) {
            throw new BadInput(
                    "%s: somebody else is writing there; restore into an empty one".formatted(ledger.name()),
                    somebodyElse);
        }
    }
}
