/** FIPS mode as the command sees it: whether it was asked for, its start, and {@code gatehouse fips}. */
@NullMarked
package dev.gatehouse.cli.fips;

import org.jspecify.annotations.NullMarked;
