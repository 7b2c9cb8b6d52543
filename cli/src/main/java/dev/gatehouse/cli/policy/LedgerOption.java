package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.ledger.postgres.PostgresAddress;
import dev.gatehouse.ledger.postgres.PostgresLedger;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.ledger.LedgerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ledger a command works on, and where its password comes from: never the command line, which others can see. */
public final class LedgerOption {
    private static final String PASSWORD = "GATEHOUSE_LEDGER_PASSWORD";
    private static final String USUAL = ".gatehouse/ledger.jsonl";

    @Option(
            names = "--ledger",
            paramLabel = "LEDGER",
            description = "The ledger: a file, or jdbc:postgresql://host/database?user=name with the password in "
                    + PASSWORD + " (default: GATEHOUSE_LEDGER, else .gatehouse/ledger.jsonl).")
    private @Nullable String place;

    @Option(
            names = "--ledger-password-file",
            paramLabel = "FILE",
            description = "A file with the database's password in one line.")
    private @Nullable Path passwordFile;

    /** The ledger that the command line names, else the one of that name; it must be there. */
    public LedgerStore named(String name) {
        if (place == null) {
            place = name;
        }
        return existing();
    }

    /** The ledger, which a first append makes. */
    public LedgerStore store() {
        var place = place();
        if (!PostgresAddress.isOne(place)) {
            return new FileLedger(Path.of(place));
        }
        var address = PostgresAddress.parse(place);
        return new PostgresLedger(address.dataSource(password()), address.toString());
    }

    /** Whether there is one, or one was named: for what is recorded only where a ledger is kept. */
    public boolean isKept() {
        var place = place();
        return !place.equals(USUAL) || Files.exists(Path.of(place));
    }

    /** The ledger, which must be there: a mistyped name is not an empty ledger that is in order. */
    public LedgerStore existing() {
        var place = place();
        if (!PostgresAddress.isOne(place) && !Files.exists(Path.of(place))) {
            throw new BadInput("%s: there is no ledger; name it with --ledger".formatted(place));
        }
        return telling(this::store);
    }

    /** Does {@code work} on the state that {@code fold} makes of the ledger. */
    public <S, T> T reading(Supplier<S> empty, BiConsumer<S, Entry> fold, Function<Ledger<S>, T> work) {
        return telling(() -> work.apply(new Ledger<>(store(), Clock.systemUTC(), empty, fold)));
    }

    /** Does {@code work} on the entries of a ledger that is there. */
    public <T> T reading(Function<LedgerStore, T> work) {
        return telling(() -> work.apply(existing()));
    }

    /** A ledger that is broken, or cannot be read or written, is the user's to look after: bad input. */
    private static <T> T telling(Supplier<T> work) {
        try {
            return work.get();
        } catch (BrokenLedger e) {
            throw new BadInput(
                    e.getMessage() + "; it is read-only from here on: restore a copy that 'ledger verify' accepts", e);
        } catch (UncheckedIOException e) {
            throw new BadInput("%s (%s)".formatted(e.getMessage(), cause(e)), e);
        }
    }

    private String place() {
        var variable = System.getenv("GATEHOUSE_LEDGER");
        if (place != null) {
            return place;
        }
        return variable == null || variable.isBlank() ? USUAL : variable;
    }

    /** Without one the driver looks into the user's .pgpass. */
    private @Nullable String password() {
        if (passwordFile == null) {
            return System.getenv(PASSWORD);
        }
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new BadInput("%s: the ledger's password cannot be read from it".formatted(passwordFile), e);
        }
    }

    private static String cause(UncheckedIOException e) {
        var cause = e.getCause();
        var reason = cause instanceof FileSystemException file ? file.getReason() : null;
        if (reason != null) {
            return reason;
        }
        return cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
    }
}
