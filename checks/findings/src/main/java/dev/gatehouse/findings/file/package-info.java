/** Files that are there as a whole or not at all. Anything of ours may write through it; it knows no content. */
@NullMarked
package dev.gatehouse.findings.file;

import org.jspecify.annotations.NullMarked;
