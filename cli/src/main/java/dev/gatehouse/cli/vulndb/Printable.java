package dev.gatehouse.cli.vulndb;

/** Text from elsewhere for a terminal: without control characters and direction marks. */
final class Printable {
    private Printable() {}

    static String text(String hostile) {
        return hostile.replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "?");
    }
}
