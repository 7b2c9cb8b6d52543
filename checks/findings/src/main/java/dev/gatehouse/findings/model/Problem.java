package dev.gatehouse.findings.model;

/**
 * Something that could not be read or analysed. It is in the report, and it makes the scan incomplete unless the
 * policy says otherwise.
 *
 * @param kind short and stable, such as {@code unreadable-archive} or {@code class-too-new}
 * @param place the file, as people know it
 * @param sentence what is wrong and what would be right
 */
public record Problem(String kind, String place, String sentence) {}
