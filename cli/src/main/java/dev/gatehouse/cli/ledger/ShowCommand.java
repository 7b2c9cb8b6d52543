package dev.gatehouse.cli.ledger;

import dev.gatehouse.cli.policy.LedgerOption;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.ledger.Head;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse ledger show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Lists entries, oldest first.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Option(names = "--type", description = "Only this type, such as version.published.")
    private @Nullable String type;

    @Option(names = "--actor", description = "Only what this person did.")
    private @Nullable String actor;

    @Option(names = "--since", paramLabel = "SEQUENCE", defaultValue = "1", description = "Only from this entry on.")
    private long since;

    @Option(names = "--format", defaultValue = "text", description = "text or json (one line an entry).")
    private Format format = Format.text;

    @Spec
    private @Nullable CommandSpec spec;

    /** As written on the command line. */
    enum Format {
        text,
        json
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        var out = spec.commandLine().getOut();
        ledger.reading(store -> store.read(Head.START, entry -> {
            if (isWanted(entry)) {
                out.println(format == Format.json ? EntryFormat.json(entry).toString() : text(entry));
            }
        }));
        return 0;
    }

    private boolean isWanted(Entry entry) {
        return entry.sequence() >= since
                && (type == null || type.equals(entry.type()))
                && (actor == null || actor.equals(entry.actor()));
    }

    private static String text(Entry entry) {
        return VisibleText.exact("%d  %s  %s  %s  %s"
                .formatted(entry.sequence(), entry.time(), entry.actor(), entry.type(), entry.payload()));
    }
}
