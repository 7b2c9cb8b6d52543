/** A made-up shop with half a year behind it, decided by the real desk on a clock of its own. */
@NullMarked
package dev.gatehouse.server.control.demo;

import org.jspecify.annotations.NullMarked;
