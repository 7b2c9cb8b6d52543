package dev.gatehouse.policy.module;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The validated cryptographic module that is in force.
 *
 * @param certificate its number in the Cryptographic Module Validation Program (CMVP), and the standard
 * @param status more about it, for people: what was looked at, in order, by a short name
 */
public record CryptoModule(String name, String version, String certificate, Map<String, String> status) {
    public CryptoModule {
        status = new LinkedHashMap<>(status);
    }
}
