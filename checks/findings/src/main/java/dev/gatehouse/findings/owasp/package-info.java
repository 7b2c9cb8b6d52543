/**
 * The OWASP Top 10 of 2017, 2021 and 2025: which category a finding belongs to, and what may be said of a category. Called
 * by the scan; reads only the tables beside it and knows neither reports' formats nor policy.
 */
@NullMarked
package dev.gatehouse.findings.owasp;

import org.jspecify.annotations.NullMarked;
