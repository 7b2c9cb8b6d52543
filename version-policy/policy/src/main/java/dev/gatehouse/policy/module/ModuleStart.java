package dev.gatehouse.policy.module;

import java.util.Optional;
import java.util.ServiceLoader;

/** Puts a validated module in force in this process. Found by name, since it is there in FIPS mode only. */
public interface ModuleStart {
    /** Shortest password or passphrase, in bytes, that keys are derived from: 112 bits (SP 800-132). */
    int SHORTEST_SECRET = 14;

    /**
     * Makes the module the only one that does cryptography in this process, approved algorithms only.
     *
     * @throws dev.gatehouse.findings.BadInput when it is not the validated one, does not pass its self-tests, or would
     *     not be the only one
     */
    CryptoModule start();

    /** The module, if it is in force; looks at the platform's providers anew each time. */
    Optional<CryptoModule> inForce();

    /** What this process could start; none outside of FIPS mode. */
    static Optional<ModuleStart> found() {
        return ServiceLoader.load(ModuleStart.class).findFirst();
    }

    /** The module in force in this process; none outside of FIPS mode. */
    static Optional<CryptoModule> module() {
        return found().flatMap(ModuleStart::inForce);
    }
}
