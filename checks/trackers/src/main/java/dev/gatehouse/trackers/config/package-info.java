/**
 * The section {@code trackers} of the policy file as far as all trackers share it, and where secrets come from. Called by
 * each tracker's own settings reader; knows none of them.
 */
@NullMarked
package dev.gatehouse.trackers.config;

import org.jspecify.annotations.NullMarked;
