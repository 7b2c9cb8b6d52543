/**
 * When what may be released: trains, their windows, freezes and holidays, the rules for a version, and how well a tag
 * history kept to them. Plain functions of the settings, a day and tags; knows no approvals and no ledger.
 */
@NullMarked
package dev.gatehouse.policy.train;

import org.jspecify.annotations.NullMarked;
