/**
 * Whether a project's code refers to the vulnerable part of a library, over any number of steps. It never says that a
 * library is safe: only that a way was found, that none was found, or that nobody could look.
 */
@NullMarked
package dev.gatehouse.scanners.reach;

import org.jspecify.annotations.NullMarked;
