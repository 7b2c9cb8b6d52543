package dev.gatehouse.cli.versions;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.Verifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse versions verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks a signed document as an app does, and prints its content.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The document.")
    private Path file = Path.of(".");

    @Option(names = "--key", paramLabel = "PUB", required = true, description = "PEM file of trusted public keys.")
    private Path key = Path.of(".");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var check = new DocumentCheck(new Verifier(PublicKeys.read(key)));
        if (!Files.isRegularFile(file)) {
            throw new BadInput("%s: is no file; name a document that 'versions export' wrote".formatted(file));
        }
        try {
            out(false)
                    .println(check.check(
                            Files.readAllBytes(file), Clock.systemUTC().instant()));
            return 0;
        } catch (NotTrusted no) {
            out(true).println("gatehouse: %s: not to be trusted: %s".formatted(file, no.getMessage()));
            return 1;
        }
    }

    private PrintWriter out(boolean error) {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        return error ? spec.commandLine().getErr() : spec.commandLine().getOut();
    }
}
