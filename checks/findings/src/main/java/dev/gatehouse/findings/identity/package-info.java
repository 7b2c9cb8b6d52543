/**
 * What makes a finding the same finding in the next build: the fingerprint in {@code Finding.id} and the parts that it
 * is made of. Called by the scan and by the baseline; knows neither baseline files nor reports.
 */
@NullMarked
package dev.gatehouse.findings.identity;

import org.jspecify.annotations.NullMarked;
