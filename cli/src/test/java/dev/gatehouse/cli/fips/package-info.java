/** FIPS mode of the real installation. */
@NullMarked
package dev.gatehouse.cli.fips;

import org.jspecify.annotations.NullMarked;
