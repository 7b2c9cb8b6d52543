/**
 * SCA: which known vulnerabilities the project's libraries have. Runs Dependency-Check's engine process on what the
 * cache does not know and turns its answers into findings and components. Knows nothing of policy and reports.
 */
@NullMarked
package dev.gatehouse.scanners.sca;

import org.jspecify.annotations.NullMarked;
