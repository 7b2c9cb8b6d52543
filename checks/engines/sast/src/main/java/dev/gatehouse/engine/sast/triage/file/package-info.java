/**
 * Files that a program packs beside its classes, read as trees of texts, lists and named parts. Knows no code.
 */
@NullMarked
package dev.gatehouse.engine.sast.triage.file;

import org.jspecify.annotations.NullMarked;
