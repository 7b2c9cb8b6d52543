/** Programs that are started for a scan and end with it, in a process group of their own. */
@NullMarked
package dev.gatehouse.scanners.dast.process;

import org.jspecify.annotations.NullMarked;
