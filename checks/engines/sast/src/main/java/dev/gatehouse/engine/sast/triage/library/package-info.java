/** What libraries do to text, as facts: which methods keep, change, escape or bring it. Knows no program. */
@NullMarked
package dev.gatehouse.engine.sast.triage.library;

import org.jspecify.annotations.NullMarked;
