/**
 * Which client versions may run: the support window and the minimum of each app, platform and channel. Plain functions
 * of what was recorded and of the time; knows neither approvals nor where the record is kept.
 */
@NullMarked
package dev.gatehouse.policy.support;

import org.jspecify.annotations.NullMarked;
