/**
 * The keys that sign: ECDSA P-256 in a PKCS#12 store, in FIPS mode a BCFKS store. Called by commands that sign or list keys; knows neither what is
 * signed nor where a passphrase comes from.
 */
@NullMarked
package dev.gatehouse.policy.keys;

import org.jspecify.annotations.NullMarked;
