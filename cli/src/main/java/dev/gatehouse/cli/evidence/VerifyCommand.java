package dev.gatehouse.cli.evidence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.cli.policy.Desk.Format;
import dev.gatehouse.policy.evidence.Check;
import dev.gatehouse.policy.evidence.EvidenceCheck;
import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.policy.signing.Verifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse evidence verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks a bundle offline: signatures, digests, the ledger's chain, and what they mean. Ends with 1"
                        + " when anything does not hold.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BUNDLE", description = "The folder or the zip.")
    private Path bundle = Path.of(".");

    @Option(names = "--key", paramLabel = "PUB", required = true, description = "PEM file of trusted public keys.")
    private Path key = Path.of(".");

    @Option(names = "--artifact", paramLabel = "FILE", description = "A file that the evidence must be about.")
    private @Nullable Path artifact;

    @Option(names = "--format", defaultValue = "text", description = "text or json.")
    private Format format = Format.TEXT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var checks = new EvidenceCheck(new Verifier(PublicKeys.read(key))).check(bundle, artifact);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (format == Format.JSON) {
            out.println(json(checks));
        } else {
            new Checklist(out).print(checks);
        }
        return checks.stream().allMatch(Check::holds) ? 0 : 1;
    }

    private static String json(List<Check> checks) {
        var list = JsonNodeFactory.instance.arrayNode();
        checks.forEach(check -> list.addObject()
                .put("what", check.what())
                .put("holds", check.holds())
                .put("sentence", check.sentence()));
        return list.toString();
    }
}
