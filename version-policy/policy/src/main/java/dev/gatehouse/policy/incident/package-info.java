/**
 * Incidents: what went wrong, which versions it was in, what was done, and how long it took. Each is a stream of ledger
 * entries; blocked versions and a raised minimum are entries of their own whose reason starts with the incident's id.
 */
@NullMarked
package dev.gatehouse.policy.incident;

import org.jspecify.annotations.NullMarked;
