/**
 * Risk acceptances: who lets which finding through, for how long, under whose terms, and what became of each. Called by
 * the gate; knows no rule of it.
 */
@NullMarked
package dev.gatehouse.findings.acceptance;

import org.jspecify.annotations.NullMarked;
