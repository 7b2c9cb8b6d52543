package dev.gatehouse.cli.keys;

import dev.gatehouse.cli.policy.KeyOptions;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.policy.keys.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse keys}. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Keeps the keys that sign documents: ECDSA P-256 in a PKCS#12 store, in FIPS mode a BCFKS store.")
public final class KeysCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Command(description = "Makes a key store with its first key.", mixinStandardHelpOptions = true)
    int generate(@Mixin KeyOptions keys) {
        out().println(line(keys.ring().generate()));
        return 0;
    }

    @Command(description = "Adds a key; the one before it stays valid.", mixinStandardHelpOptions = true)
    int rotate(@Mixin KeyOptions keys) {
        out().println(line(keys.ring().rotate()));
        return 0;
    }

    @Command(description = "Lists the valid keys, newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin KeyOptions keys) {
        keys.ring().valid().forEach(key -> out().println(line(key)));
        return 0;
    }

    @Command(
            name = "export-public",
            description = "Writes the valid public keys as PEM.",
            mixinStandardHelpOptions = true)
    int exportPublic(
            @Mixin KeyOptions keys,
            @Option(names = "--to", paramLabel = "FILE", required = true, description = "The PEM file.") Path file) {
        var pem = keys.ring().valid().stream()
                .map(key -> PublicKeys.pem(key.publicKey()))
                .collect(Collectors.joining());
        try {
            Files.writeString(file, pem);
        } catch (IOException e) {
            throw new BadInput("%s: cannot be written".formatted(file), e);
        }
        return 0;
    }

    private static String line(SigningKey key) {
        return "%s  generation %d  %s".formatted(key.id(), key.generation(), key.created());
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        return spec.commandLine().getOut();
    }
}
