/** Names of libraries: Maven coordinates and package URLs. Used by all of discovery; knows no file. */
@NullMarked
package dev.gatehouse.scanners.project.coordinates;

import org.jspecify.annotations.NullMarked;
