package dev.gatehouse.scanners.vulndb;

import org.jspecify.annotations.Nullable;

/**
 * The database that a scan is going to ask, as far as it is known without opening it.
 *
 * @param digest equal digests mean equal answers
 * @param note what it does not have, for people; empty when nothing is known to be missing
 * @param date of its newest record, ISO 8601
 */
public record ChosenDatabase(
        String digest, String name, String note, @Nullable String date) {}
