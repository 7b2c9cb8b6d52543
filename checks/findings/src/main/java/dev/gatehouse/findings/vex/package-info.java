/**
 * Statements by others that a vulnerability does or does not touch a product (VEX), read from OpenVEX and CycloneDX files
 * with distrust. Called by the reader of policy files; whether a statement counts is decided elsewhere.
 */
@NullMarked
package dev.gatehouse.findings.vex;

import org.jspecify.annotations.NullMarked;
