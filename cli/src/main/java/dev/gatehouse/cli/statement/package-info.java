/** {@code gatehouse statement}: the living security statement. */
@NullMarked
package dev.gatehouse.cli.statement;

import org.jspecify.annotations.NullMarked;
