/**
 * {@code gatehouse vulndb}: shows, updates, checks and hands on the vulnerability database. One class a command; the
 * work is done in {@code dev.gatehouse.scanners.vulndb}.
 */
@NullMarked
package dev.gatehouse.cli.vulndb;

import org.jspecify.annotations.NullMarked;
