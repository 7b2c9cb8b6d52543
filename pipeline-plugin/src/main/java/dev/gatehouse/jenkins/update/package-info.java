/**
 * The controller keeps the vulnerability database up to date, by the command that it carries.
 */
@NullMarked
package dev.gatehouse.jenkins.update;

import org.jspecify.annotations.NullMarked;
