/**
 * Which findings a rule or a risk acceptance is about. Called by the readers of policy files; knows findings, not what is
 * decided about them.
 */
@NullMarked
package dev.gatehouse.findings.select;

import org.jspecify.annotations.NullMarked;
