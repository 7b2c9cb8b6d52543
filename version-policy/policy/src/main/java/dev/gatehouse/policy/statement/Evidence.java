package dev.gatehouse.policy.statement;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.findings.gate.ServiceLevels;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.json.ReportFile;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.checkpoint.Checkpoint;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.module.CryptoModule;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.Verifier;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that claims are held to, read when it is first asked for. What is missing or broken is no evidence. */
public final class Evidence {
    private final Sources sources;
    private final Outside outside;
    private final Instant now;
    private @Nullable LedgerFacts facts;
    private @Nullable Report report;

    public Evidence(Sources sources, Outside outside, Instant now) {
        this.sources = sources;
        this.outside = outside;
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    /** In UTC, as every expiry is. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    public Sources sources() {
        return sources;
    }

    public @Nullable CryptoModule module() {
        return outside.module();
    }

    /** The ledger, each entry audited; that is done once for all claims. */
    public LedgerFacts ledger() {
        if (facts == null) {
            facts = believing(() -> LedgerFacts.of(store(), outside.access().get(), checkpointed()));
            if (facts.head().sequence() == 0) {
                throw new NoEvidence("The ledger has no entry.");
            }
        }
        return facts;
    }

    private LedgerStore store() {
        return believing(() -> outside.ledgers().apply(given(sources.ledger(), "ledger")));
    }

    /** The signed checkpoint that was kept. */
    public Checkpoint checkpoint() {
        try {
            return Checkpoint.read(Files.readAllBytes(given(sources.checkpoint(), "checkpoint")), verifier());
        } catch (NotTrusted e) {
            throw new NoEvidence("The checkpoint is not to be believed: %s.".formatted(e.getMessage()), e);
        } catch (IOException e) {
            throw new NoEvidence("The checkpoint cannot be read.", e);
        }
    }

    /** The entry that the checkpoint is about; whoever asks for the checkpoint itself is told why there is none. */
    private long checkpointed() {
        try {
            return checkpoint().head().sequence();
        } catch (NoEvidence none) {
            return 0;
        }
    }

    public List<AccessGrant> grants() {
        return ledger().access().inForce(now);
    }

    /** The scan's report, unless it is older than that many days. */
    public Report report(int days) {
        if (report == null) {
            var file = given(sources.report(), "report");
            report = believing(() -> ReportFile.read(file));
        }
        fresh("The report", report.created(), days);
        return report;
    }

    /** The scan's report however old it is; null where there is none to be read. */
    public @Nullable Report anyReport() {
        try {
            return report(Integer.MAX_VALUE);
        } catch (NoEvidence none) {
            return null;
        }
    }

    /** The policy's service levels; none where there is no policy to be read. */
    public ServiceLevels serviceLevels() {
        try {
            return policy().serviceLevels();
        } catch (NoEvidence none) {
            return ServiceLevels.NONE;
        }
    }

    /** Throws unless something of that time is at most so many days old; what comes from the future is not believed. */
    public void fresh(String what, Instant time, int days) {
        if (time.isAfter(now.plus(Duration.ofMinutes(5)))) {
            throw new NoEvidence("%s is of %s, which is still to come.".formatted(what, time));
        }
        if (time.isBefore(now.minus(Duration.ofDays(days)))) {
            throw new NoEvidence("%s is of %s, older than %d days.".formatted(what, day(time), days));
        }
    }

    public ReleaseRules rules() {
        return believing(() -> ReleaseRules.read(
                GatehouseFile.read(given(sources.policy(), "policy")),
                sources.floor() == null ? null : GatehouseFile.read(sources.floor())));
    }

    public Policy policy() {
        return believing(() -> new PolicyReader(Clock.fixed(now, ZoneOffset.UTC))
                .read(given(sources.policy(), "policy"), sources.floor()));
    }

    public List<PublicKey> keys() {
        return believing(() -> PublicKeys.read(given(sources.key(), "key")));
    }

    public Verifier verifier() {
        return new Verifier(keys());
    }

    /** A file as what readers may ask for. */
    public Proof proof(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            var digest = Files.isDirectory(file) ? null : Sha256.of(file);
            var published = sources.published();
            return new Proof(name, digest, published.isEmpty() ? null : published.replaceFirst("/*$", "/") + name);
        } catch (IOException e) {
            throw new NoEvidence(file + " cannot be read.", e);
        }
    }

    /** The ledger as what readers may ask for: where it ends. */
    public Proof ledgerProof() {
        var head = ledger().head();
        return new Proof("ledger, entry " + head.sequence(), head.hash(), null);
    }

    /** The value, or no evidence for whoever asks. */
    public static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new NoEvidence("The statement names no %s under 'evidence'.".formatted(name));
        }
        return value;
    }

    /** Whatever goes wrong while evidence is being read is a lack of evidence, and is told. */
    public static <T> T believing(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BadInput | BrokenLedger | UncheckedIOException | IllegalArgumentException e) {
            throw new NoEvidence(sentence(String.valueOf(e.getMessage())), e);
        }
    }

    /** A reason as everybody may read it: with files as the statement names them, not where they are on this machine. */
    String shown(NoEvidence none) {
        var folder = sources.folder();
        var why = String.valueOf(none.getMessage());
        for (var place : List.of(folder.toAbsolutePath().normalize(), folder.toAbsolutePath(), folder)) {
            if (!place.toString().isEmpty()) {
                why = why.replace(place + File.separator, "");
            }
        }
        return why;
    }

    public static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static String sentence(String message) {
        var shown = VisibleText.brief(message);
        return shown.endsWith(".") ? shown : shown + ".";
    }
}
