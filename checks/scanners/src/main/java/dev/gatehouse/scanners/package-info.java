/**
 * How it is found: project discovery, and SAST, SCA and DAST behind one {@link dev.gatehouse.scanners.Scanner}. Called
 * by the command; knows nothing of policy, baseline and reports. The engines run in processes of their own.
 */
@NullMarked
package dev.gatehouse.scanners;

import org.jspecify.annotations.NullMarked;
