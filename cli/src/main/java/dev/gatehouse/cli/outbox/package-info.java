/** The commands {@code gatehouse outbox …}: they show and move what waits for trackers. */
@NullMarked
package dev.gatehouse.cli.outbox;

import org.jspecify.annotations.NullMarked;
