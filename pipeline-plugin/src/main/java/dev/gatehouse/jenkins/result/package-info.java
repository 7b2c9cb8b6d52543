/**
 * What a build keeps of its scans, on disk and in its record. Written by scans, shown by pages.
 */
@NullMarked
package dev.gatehouse.jenkins.result;

import org.jspecify.annotations.NullMarked;
