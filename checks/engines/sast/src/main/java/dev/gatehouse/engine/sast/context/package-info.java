/**
 * The normalised byte code around a place, as a digest that tells the same flaw in the next build. Knows byte code
 * only, no finding and no detector.
 */
@NullMarked
package dev.gatehouse.engine.sast.context;

import org.jspecify.annotations.NullMarked;
