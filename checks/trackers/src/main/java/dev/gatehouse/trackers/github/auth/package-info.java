/**
 * Who we are to GitHub: a token, or a GitHub App with its private key. Secrets come from the environment or a file and are
 * never shown.
 */
@NullMarked
package dev.gatehouse.trackers.github.auth;

import org.jspecify.annotations.NullMarked;
