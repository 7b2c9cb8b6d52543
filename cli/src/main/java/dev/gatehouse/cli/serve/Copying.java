package dev.gatehouse.cli.serve;

import dev.gatehouse.cli.policy.Actor;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.server.control.backup.Backup;
import dev.gatehouse.server.control.backup.BackupFile;
import dev.gatehouse.server.control.backup.BackupFolder;
import dev.gatehouse.server.control.backup.Kept;
import dev.gatehouse.server.control.backup.Restore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Backups of a server and back again. */
final class Copying {
    private static final long MOST_LOST = 100_000;

    private final DataOptions options;
    private final DataFolder data;
    private final Clock clock = Clock.systemUTC();

    Copying(DataOptions options) {
        this.options = options;
        this.data = folder(options.folder);
    }

    /** Writes a backup, proves it, and deletes what is older; says what was done. */
    String backup(Path to, int keepDays, boolean withoutKeys) {
        if (!Files.isDirectory(to)) {
            throw new BadInput("%s: is no folder that backups could go to".formatted(to));
        }
        return telling(() -> backup(to, Duration.ofDays(keepDays), withoutKeys));
    }

    private String backup(Path to, Duration keep, boolean withoutKeys) {
        try (var stores = Stores.of(options.database, data.existing())) {
            Map<String, Path> secrets = withoutKeys ? Map.of() : data.secrets();
            var now = clock.instant();
            var folder = new BackupFolder(to);
            var file = folder.file(now);
            Backup.write(new Kept(stores.ledger(), stores.vault(), secrets), file, now);
            try (var backup = BackupFile.open(file)) {
                int swept = folder.sweep(now, keep);
                return "backup: %s, proven%s%s"
                        .formatted(
                                described(file, backup),
                                swept == 0 ? "" : "; %d older than %d days deleted".formatted(swept, keep.toDays()),
                                withoutKeys || secrets.containsKey("passphrase")
                                        ? ""
                                        : "; the passphrase of keys.p12 is not in it");
            }
        }
    }

    /** Proves a backup; says what is in it. */
    String check(Path file) {
        return telling(() -> {
            try (var backup = BackupFile.open(file)) {
                return "backup: %s, of %s, is whole"
                        .formatted(described(file, backup), backup.manifest().created());
            }
        });
    }

    /**
     * Puts a backup back; says what was done.
     *
     * @param running the ledger of a server that goes on, in which the restore is recorded as a trial; null for none
     */
    String restore(Path file, long lostUntil, @Nullable LedgerStore running) {
        return telling(() -> {
            try (var backup = BackupFile.open(file)) {
                long first = backup.manifest().head().sequence();
                if (lostUntil - first > MOST_LOST) {
                    throw new BadInput("--lost-until is %d, and the backup ends with entry %d: that is no counter of a"
                                    .formatted(lostUntil, first)
                            + " document of this ledger");
                }
                refuseUsed();
                if (running == null) {
                    return put(file, backup, lostUntil);
                }
                Restore.refuseUnlessOf(backup, running);
                var said = put(file, backup, lostUntil);
                Restore.recordTrial(backup, running, Actor.name(), clock.instant());
                return "%s; recorded in %s".formatted(said, running.name());
            }
        });
    }

    private String put(Path file, BackupFile backup, long lostUntil) {
        var target = options.folder.toAbsolutePath();
        var aside = folder(target.resolveSibling(".%s.%s".formatted(target.getFileName(), UUID.randomUUID())))
                .made();
        try {
            for (var name : backup.files()) {
                if (!DataFolder.SECRETS.contains(name)) {
                    throw new BadInput("%s: holds a file '%s' that no server has".formatted(file, name));
                }
                aside.write(name, backup.file(name));
            }
            if (options.database == null) {
                aside.copyLedger(backup.ledger());
            }
            var place = fill(backup, aside, lostUntil);
            Files.deleteIfExists(target);
            Files.move(aside.path(), target, StandardCopyOption.ATOMIC_MOVE);
            return "restore: %s, now in %s%s"
                    .formatted(
                            described(file, backup), options.folder, options.database == null ? "" : " and " + place);
        } catch (IOException e) {
            throw new UncheckedIOException(target + ": cannot be written", e);
        } finally {
            aside.delete();
        }
    }

    /** Returns where the ledger is. */
    private String fill(BackupFile backup, DataFolder aside, long lostUntil) {
        try (var stores = Stores.of(options.database, aside)) {
            if (options.database != null) {
                Restore.refuseUnlessEmpty(stores.ledger(), stores.vault());
                Restore.ledger(backup, stores.ledger());
            }
            Restore.documents(backup, stores.vault());
            Restore.verify(backup, stores.ledger());
            Restore.lost(stores.ledger(), lostUntil, Actor.name(), clock.instant());
            Restore.record(backup, stores.ledger(), Actor.name(), clock.instant());
            return stores.ledger().name();
        }
    }

    private void refuseUsed() {
        var folder = options.folder;
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new BadInput("%s: holds something already; restore into a folder that is empty or not there"
                        .formatted(folder));
            }
        } catch (IOException e) {
            throw new BadInput("%s: is no folder to restore into".formatted(folder), e);
        }
    }

    private static String described(Path file, BackupFile backup) {
        var head = backup.manifest().head();
        return "%s, %d entries, head %s, %d documents, %s"
                .formatted(
                        file,
                        head.sequence(),
                        head.hash(),
                        backup.documents().size(),
                        backup.files().isEmpty() ? "no keys" : String.join(", ", backup.files()));
    }

    private DataFolder folder(Path path) {
        return new DataFolder(path, new SecureRandom(), clock);
    }

    /** What a store or a disk says is the operator's to look after. */
    private static String telling(Supplier<String> work) {
        try {
            return work.get();
        } catch (BrokenLedger e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            var cause = e.getCause();
            throw new BadInput("%s (%s)".formatted(e.getMessage(), cause == null ? "" : cause.getMessage()), e);
        }
    }
}
