/**
 * What a person needs to understand and fix a weakness, by bug type of the SAST engines and else by CWE. Texts only;
 * knows no scanner.
 */
@NullMarked
package dev.gatehouse.findings.guidance;

import org.jspecify.annotations.NullMarked;
