package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.release.ApprovalPolicy;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.SupportPolicy;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command that decides on a release has: the policy, the ledger, and who acts. */
public final class Desk {
    /** How a result is printed. */
    public enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Option(names = "--policy", paramLabel = "FILE", defaultValue = ".gatehouse.yml", description = "The policy file.")
    private Path policy = Path.of(".gatehouse.yml");

    @Option(
            names = "--floor",
            paramLabel = "FILE",
            description = "The organisation's floor, which no policy file can loosen (default: GATEHOUSE_FLOOR).")
    private @Nullable Path floor;

    @Option(names = "--format", defaultValue = "text", description = "text or json.")
    private Format format = Format.TEXT;

    @Option(names = "--dry-run", description = "Decide and say so, but record nothing.")
    private boolean dryRun;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    public SupportPolicy support() {
        return SupportPolicy.read(policyFile(), floorFile());
    }

    public ApprovalPolicy approvals() {
        return ApprovalPolicy.read(policyFile(), floorFile());
    }

    public ReleaseState state() {
        return LedgerOption.reading(() -> ledger.ledger().state(ReleaseState::new, ReleaseState::accept));
    }

    public LedgerOption ledger() {
        return ledger;
    }

    public Clock clock() {
        return clock;
    }

    public boolean isJson() {
        return format == Format.JSON;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Decides and records; 0 when done, 1 when the policy refuses, with every reason on standard error. */
    public int decide(BiFunction<ReleaseDesk, ReleaseState, Draft> decision) {
        var desk = new ReleaseDesk(support(), approvals(), Actor.name(), clock.instant());
        try {
            if (dryRun) {
                var draft = decision.apply(desk, state());
                out().println(isJson() ? draft.payload().toString() : "would record " + draft.type());
                return 0;
            }
            var entry = LedgerOption.reading(() -> ledger.ledger()
                    .decide(ReleaseState::new, ReleaseState::accept, state -> decision.apply(desk, state)));
            out().println(
                            isJson()
                                    ? EntryFormat.json(entry).toString()
                                    : "recorded %s as entry %d by %s"
                                            .formatted(entry.type(), entry.sequence(), entry.actor()));
            return 0;
        } catch (Refused no) {
            no.reasons().forEach(reason -> err().println("gatehouse: refused: " + VisibleText.exact(reason)));
            return 1;
        }
    }

    public PrintWriter out() {
        return command().commandLine().getOut();
    }

    public PrintWriter err() {
        return command().commandLine().getErr();
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        return spec;
    }

    private YamlMap policyFile() {
        if (!Files.exists(policy)) {
            throw new BadInput("%s: there is no policy file; name it with --policy".formatted(policy));
        }
        return YamlFile.read(policy);
    }

    private @Nullable YamlMap floorFile() {
        var variable = System.getenv("GATEHOUSE_FLOOR");
        if (floor != null) {
            return YamlFile.read(floor);
        }
        return variable == null ? null : YamlFile.read(Path.of(variable));
    }
}
