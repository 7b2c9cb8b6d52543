/**
 * The minimum-version endpoint {@code app-versions/}: signed documents of the controller's ledger, with the edge's answers.
 * Open to everybody when it is switched on, so nothing else of Jenkins is reachable from here.
 */
@NullMarked
package dev.gatehouse.jenkins.versions;

import org.jspecify.annotations.NullMarked;
