/**
 * Policy files: reading {@code .gatehouse.yml} and an organisation's floor, the built-in policy, and saying in words what
 * holds. Called by commands; what rules mean is the gate's business.
 */
@NullMarked
package dev.gatehouse.findings.policyfile;

import org.jspecify.annotations.NullMarked;
