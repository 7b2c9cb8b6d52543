/**
 * The command's distribution: carried in the plugin, unpacked once on each machine. Knows nothing of scans.
 */
@NullMarked
package dev.gatehouse.jenkins.distribution;

import org.jspecify.annotations.NullMarked;
