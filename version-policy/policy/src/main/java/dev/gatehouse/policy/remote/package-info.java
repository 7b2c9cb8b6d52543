/**
 * A server that decides in place of this machine, as its API is called: for the command and for Jenkins, which bring the
 * connection. Opens none itself.
 */
@NullMarked
package dev.gatehouse.policy.remote;

import org.jspecify.annotations.NullMarked;
