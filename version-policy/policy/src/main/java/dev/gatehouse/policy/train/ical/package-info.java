/** Windows and freezes as a calendar file that calendar programs accept and keep up to date (RFC 5545). */
@NullMarked
package dev.gatehouse.policy.train.ical;

import org.jspecify.annotations.NullMarked;
