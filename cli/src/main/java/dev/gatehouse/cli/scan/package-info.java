/**
 * {@code gatehouse scan} and {@code gatehouse demo}: from a directory to a verdict, once through, without turning back.
 */
@NullMarked
package dev.gatehouse.cli.scan;

import org.jspecify.annotations.NullMarked;
