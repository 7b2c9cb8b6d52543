/** One scan, step by step, and how honest its end is. */
@NullMarked
package dev.gatehouse.scanners.dast.run;

import org.jspecify.annotations.NullMarked;
