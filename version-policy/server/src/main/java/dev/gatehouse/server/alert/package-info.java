/**
 * Alarms on their way to people: the same line that the log has, by web hook and by e-mail. Whatever happens here, the log
 * has it, and nobody waits for it.
 */
@NullMarked
package dev.gatehouse.server.alert;

import org.jspecify.annotations.NullMarked;
