/**
 * What was found: the words of a scan (findings, identity, OWASP Top 10, gate, reports) as plain values. Depends on
 * nothing else of Gatehouse, opens no network connection and runs no scanner, so the Jenkins plugin can carry it.
 */
@NullMarked
package dev.gatehouse.findings;

import org.jspecify.annotations.NullMarked;
