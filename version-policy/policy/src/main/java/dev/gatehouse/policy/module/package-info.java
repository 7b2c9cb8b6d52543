/**
 * The validated cryptographic module of FIPS mode, as the rest of the house sees it. The module itself is on the class
 * path of that mode only; without it everything here says that there is none.
 */
@NullMarked
package dev.gatehouse.policy.module;

import org.jspecify.annotations.NullMarked;
