/**
 * Which class answers which path, as far as byte code tells, and with it which findings of the code a finding of the running
 * application confirms. Reads class files; runs nothing of the project.
 */
@NullMarked
package dev.gatehouse.scanners.endpoint;

import org.jspecify.annotations.NullMarked;
