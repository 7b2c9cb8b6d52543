/**
 * The step {@code securityScan} and the same as a build step: from parameters to a recorded report. Started by Jenkins;
 * runs the command through a {@code Machine}.
 */
@NullMarked
package dev.gatehouse.jenkins.scan;

import org.jspecify.annotations.NullMarked;
