package dev.gatehouse.cli.fips;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.module.CryptoModule;
import dev.gatehouse.policy.module.ModuleStart;
import java.util.ServiceConfigurationError;

/**
 * FIPS mode belongs to a process: it is put in force before anything else happens, or the command does not run. The start
 * script gives the module its class path.
 */
public final class FipsMode {
    private static final String MISSING =
            "FIPS mode: the module is not there; start an installation's bin/gatehouse, whose folder 'fips' has it";

    private FipsMode() {}

    /** Whether the start script was told to, or would have been: who starts Java without it does not get less. */
    public static boolean isWanted() {
        return Boolean.getBoolean("gatehouse.fips") || "true".equals(System.getenv("GATEHOUSE_FIPS"));
    }

    /** Puts the module in force; throws {@link BadInput} with one sentence when that does not come about. */
    public static CryptoModule start() {
        try {
            return ModuleStart.found().orElseThrow(() -> new BadInput(MISSING)).start();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new BadInput("FIPS mode: the module cannot be loaded (%s); install Gatehouse anew".formatted(e), e);
        }
    }

    /** The module in force; throws {@link BadInput} where there is none. */
    public static CryptoModule inForce() {
        return ModuleStart.module().orElseThrow(() -> new BadInput(MISSING));
    }

    /** Whether it is the module that refuses to do this, since it is not approved. */
    public static boolean isRefusal(Throwable thrown) {
        return thrown.getClass().getName().startsWith("org.bouncycastle.crypto.fips.Fips");
    }
}
