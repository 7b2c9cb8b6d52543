/** The real command of the distribution on hostile and broken input: {@code *IT} start {@code bin/gatehouse}. */
@NullMarked
package dev.gatehouse.cli.scan;

import org.jspecify.annotations.NullMarked;
