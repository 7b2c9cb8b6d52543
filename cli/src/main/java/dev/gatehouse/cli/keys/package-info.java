/** {@code gatehouse keys}: Signing keys. Only wires options to the policy module; holds no rule of its own. */
@NullMarked
package dev.gatehouse.cli.keys;

import org.jspecify.annotations.NullMarked;
