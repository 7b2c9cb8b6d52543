/** A ZAP to talk to, whoever started it, and the narrow part of its API that a scan needs. */
@NullMarked
package dev.gatehouse.scanners.dast.zap;

import org.jspecify.annotations.NullMarked;
