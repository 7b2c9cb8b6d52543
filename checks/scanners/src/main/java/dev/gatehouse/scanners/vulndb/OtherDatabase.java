package dev.gatehouse.scanners.vulndb;

/** A database that is kept beside the current one, such as one that a running scan uses. */
public record OtherDatabase(String digest, boolean inUse) {}
