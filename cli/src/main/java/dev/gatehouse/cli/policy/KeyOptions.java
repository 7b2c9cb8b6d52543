package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.keys.KeyRing;
import dev.gatehouse.policy.keys.StoreForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which key store, and where its passphrase comes from: never the command line, which others can see. */
public final class KeyOptions {
    private static final String VARIABLE = "GATEHOUSE_KEYSTORE_PASSPHRASE";

    @Option(
            names = "--keystore",
            paramLabel = "FILE",
            description = "The key store, PKCS#12 (default: .gatehouse/keys.p12) or in FIPS mode BCFKS (default:"
                    + " .gatehouse/keys.bcfks); its passphrase is in " + VARIABLE + ".")
    private @Nullable Path store;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "A file with the passphrase in one line.")
    private @Nullable Path file;

    public KeyRing ring() {
        var file = store == null ? Path.of(".gatehouse", StoreForm.here().fileName()) : store;
        return new KeyRing(file, passphrase().toCharArray(), Clock.systemUTC(), new SecureRandom());
    }

    private String passphrase() {
        if (file != null) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new BadInput("%s: the passphrase cannot be read from it".formatted(file), e);
            }
        }
        var variable = System.getenv(VARIABLE);
        if (variable == null) {
            throw new BadInput(
                    "the key store's passphrase is missing: set %s or name a --passphrase-file".formatted(VARIABLE));
        }
        return variable;
    }
}
