/**
 * Package URLs: reading them and telling whether one covers another. Called by whoever compares dependencies; knows
 * nothing of findings.
 */
@NullMarked
package dev.gatehouse.findings.purl;

import org.jspecify.annotations.NullMarked;
