/**
 * The one place where a person's wish meets the engine: rules, ledger, permissions. API and pages are two doors to it.
 */
@NullMarked
package dev.gatehouse.server.control.room;

import org.jspecify.annotations.NullMarked;
