/**
 * DSSE envelopes: the one signature format. Called by whoever publishes or checks a signed document; knows no document.
 */
@NullMarked
package dev.gatehouse.policy.signing;

import org.jspecify.annotations.NullMarked;
