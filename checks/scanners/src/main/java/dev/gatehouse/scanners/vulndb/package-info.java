/**
 * The vulnerability database: the embedded default, where databases are kept, how they are made, fetched, checked and
 * handed on. Used by the SCA scanner and by {@code gatehouse vulndb}; knows nothing of findings.
 */
@NullMarked
package dev.gatehouse.scanners.vulndb;

import org.jspecify.annotations.NullMarked;
