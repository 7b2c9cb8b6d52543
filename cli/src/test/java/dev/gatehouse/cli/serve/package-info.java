/** {@code gatehouse serve}, {@code backup} and {@code restore} by the real command. */
@NullMarked
package dev.gatehouse.cli.serve;

import org.jspecify.annotations.NullMarked;
