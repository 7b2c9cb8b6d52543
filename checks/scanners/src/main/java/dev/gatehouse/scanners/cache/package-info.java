/**
 * Results kept by the content that they were made from, shared safely by parallel processes. Knows nothing of what it
 * keeps.
 */
@NullMarked
package dev.gatehouse.scanners.cache;

import org.jspecify.annotations.NullMarked;
