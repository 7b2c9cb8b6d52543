/**
 * How Maven is set up where the scan runs: local repository, mirrors, credentials, proxies and profiles, as Maven itself
 * would find them. Read only; a secret found here goes into requests to its server and nowhere else.
 */
@NullMarked
package dev.gatehouse.scanners.project.maven.settings;

import org.jspecify.annotations.NullMarked;
