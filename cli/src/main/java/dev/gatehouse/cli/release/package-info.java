/** {@code gatehouse release}. Only wires options to the policy module; holds no rule of its own. */
@NullMarked
package dev.gatehouse.cli.release;

import org.jspecify.annotations.NullMarked;
