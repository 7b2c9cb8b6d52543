/** Reads CycloneDX bills of materials that may lie about their size. Used by discovery; knows nothing of projects. */
@NullMarked
package dev.gatehouse.scanners.project.bom;

import org.jspecify.annotations.NullMarked;
