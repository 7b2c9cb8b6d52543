/** {@code gatehouse evidence}: collects what proves a release, and checks it offline. */
@NullMarked
package dev.gatehouse.cli.evidence;

import org.jspecify.annotations.NullMarked;
