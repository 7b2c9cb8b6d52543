/**
 * The machine that a build runs on, as far as running the command there needs it. {@link dev.gatehouse.jenkins.machine.Machine}
 * is the seam: behind it Jenkins' launchers and remote files, or in tests this machine.
 */
@NullMarked
package dev.gatehouse.jenkins.machine;

import org.jspecify.annotations.NullMarked;
