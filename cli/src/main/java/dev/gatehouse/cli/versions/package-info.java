/** {@code gatehouse versions}: Client versions in use, their ends and the signed document. Only wires options to the policy module; holds no rule of its own. */
@NullMarked
package dev.gatehouse.cli.versions;

import org.jspecify.annotations.NullMarked;
