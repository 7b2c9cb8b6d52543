package dev.gatehouse.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.git.TagPattern;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.support.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
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

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Option(names = "--format", defaultValue = "text", description = "text or json.")
    private Format format = Format.TEXT;

    @Option(names = "--dry-run", description = "Decide and say so, but record nothing.")
    private boolean dryRun;

    @Mixin
    private ServerOption server = new ServerOption();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    public ReleaseRules rules() {
        return policy.rules(Path.of("")).releases();
    }

    /** How the versions of a product are tagged; the default where the policy has no release train. */
    public TagPattern tags(@Nullable String product) {
        return policy.rules(Path.of("")).tags(product);
    }

    /** Whether a server decides, and not this machine. */
    public boolean isRemote() {
        return server.isNamed();
    }

    /** What the server's API has below {@code /api/v1}. */
    public JsonNode ask(String path) {
        return server.ask(path);
    }

    /** Hands the report of a scan to the server, where people look at it; nothing to do without a server. */
    public void handIn(Path report) {
        if (!isRemote() || dryRun) {
            return;
        }
        try {
            server.desk().handIn(Files.readAllBytes(report));
        } catch (IOException e) {
            throw new BadInput("%s: cannot be read".formatted(report), e);
        }
    }

    /** What {@code question} makes of the ledger's state. */
    public <T> T look(Function<ReleaseState, T> question) {
        if (isRemote()) {
            throw new BadInput("this looks into the ledger itself, so it goes without --server");
        }
        return ledger.reading(ReleaseState::new, ReleaseState::accept, releases -> releases.look(question));
    }

    public PolicyOptions policy() {
        return policy;
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
    public int decide(Command command) {
        try {
            if (isRemote()) {
                told(server.desk().decide(command, dryRun));
            } else {
                decideHere(command);
            }
            return 0;
        } catch (Refused no) {
            no.reasons().forEach(reason -> err().println("gatehouse: refused: " + VisibleText.exact(reason)));
            return 1;
        }
    }

    private void decideHere(Command command) {
        var desk = new ReleaseDesk(rules());
        var actor = Actor.name();
        Ledger.Decision<ReleaseState> decision = (state, now) -> desk.decide(state, command, actor, now);
        if (dryRun) {
            would(ledger.reading(ReleaseState::new, ReleaseState::accept, releases -> releases.preview(decision)));
        } else {
            done(ledger.reading(ReleaseState::new, ReleaseState::accept, releases -> releases.decide(decision)));
        }
    }

    private void told(JsonNode answer) {
        if (isJson()) {
            out().println(dryRun ? answer.path("payload").toString() : answer.toString());
        } else if (dryRun) {
            out().println("would record "
                    + VisibleText.exact(answer.path("type").asText()));
        } else {
            out().println("recorded %s as entry %d by %s"
                    .formatted(
                            VisibleText.exact(answer.path("type").asText()),
                            answer.path("sequence").asLong(),
                            VisibleText.exact(answer.path("actor").asText())));
        }
    }

    private void would(Draft draft) {
        out().println(isJson() ? draft.payload().toString() : "would record " + draft.type());
    }

    private void done(Entry entry) {
        out().println(
                        isJson()
                                ? EntryFormat.json(entry).toString()
                                : "recorded %s as entry %d by %s"
                                        .formatted(entry.type(), entry.sequence(), entry.actor()));
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
}
