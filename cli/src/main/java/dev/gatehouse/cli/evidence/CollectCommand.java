package dev.gatehouse.cli.evidence;

import dev.gatehouse.cli.policy.KeyOptions;
import dev.gatehouse.cli.policy.LedgerOption;
import dev.gatehouse.cli.policy.PolicyOptions;
import dev.gatehouse.cli.policy.TrackOptions;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.evidence.BundleFolder;
import dev.gatehouse.policy.evidence.EvidenceCheck;
import dev.gatehouse.policy.evidence.ReleaseEvidence;
import dev.gatehouse.policy.evidence.TestResults;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.version.ClientVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse evidence collect}. */
@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        description = "Writes a release's evidence, signed, as a folder and a zip; of a release that failed, too.")
final class CollectCommand implements Callable<Integer> {
    @Mixin
    private TrackOptions track = new TrackOptions();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--release", paramLabel = "VERSION", required = true, description = "The version, such as 4.3.0.")
    private String version = "";

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "gatehouse-report/report.json",
            description = "The report.json that it was proposed with (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("report.json");

    @Option(
            names = "--tests",
            paramLabel = "DIR",
            description = "A folder of JUnit XML, such as target/surefire-reports; repeatable.")
    private List<Path> tests = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The bundle's folder, to be created (default: gatehouse-evidence/APP-PLATFORM-VERSION).")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(spec).commandLine();
        var wanted = ClientVersion.parse(version);
        var folder = folder(wanted);
        var bundle = new BundleFolder(folder);
        var signing = keys.ring().valid();
        try {
            bundle.write(ledger.reading(store -> new ReleaseEvidence(
                            new ReleaseEvidence.Sources(
                                    store,
                                    report,
                                    policy.path(Path.of("")),
                                    policy.floorPath(),
                                    TestResults.read(tests)),
                            new Signer(signing),
                            Clock.systemUTC())
                    .collect(track.track(), wanted)));
        } catch (Refused no) {
            no.reasons().forEach(reason -> command.getErr().println("gatehouse: " + VisibleText.exact(reason)));
            return 1;
        }
        var verifier = new Verifier(signing.stream().map(SigningKey::publicKey).toList());
        new Checklist(command.getOut()).print(new EvidenceCheck(verifier).check(folder, null));
        command.getOut().println("Evidence  %s%n          %s".formatted(folder, bundle.zip()));
        return 0;
    }

    private Path folder(ClientVersion wanted) {
        var name = "%s-%s-%s".formatted(track.track().app(), track.track().platform(), wanted);
        return out == null ? Path.of("gatehouse-evidence", name.replaceAll("[^\\p{L}\\p{N}._+-]", "_")) : out;
    }
}
