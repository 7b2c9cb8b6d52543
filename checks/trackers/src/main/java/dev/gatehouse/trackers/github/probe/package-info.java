/**
 * The connection test: credentials, repository and each permission by name, without writing anything.
 */
@NullMarked
package dev.gatehouse.trackers.github.probe;

import org.jspecify.annotations.NullMarked;
