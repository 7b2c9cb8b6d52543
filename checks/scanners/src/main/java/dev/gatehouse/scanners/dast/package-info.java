/**
 * DAST: has ZAP drive the running application and tells what it found. Starts the application and ZAP when asked to, and ends
 * in every case what it started. ZAP is a process that is spoken to over HTTP; no library of it is on this class path.
 */
@NullMarked
package dev.gatehouse.scanners.dast;

import org.jspecify.annotations.NullMarked;
