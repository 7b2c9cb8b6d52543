/**
 * FIPS mode: puts the validated module in force, as the only provider of the process. Called by the command at its start,
 * by way of {@link dev.gatehouse.policy.module.ModuleStart}; the only place that knows the module's own classes.
 */
@NullMarked
package dev.gatehouse.fips;

import org.jspecify.annotations.NullMarked;
