package dev.gatehouse.scanners.project.archive;

import java.util.List;
import java.util.Locale;

/**
 * How an archive is laid out.
 *
 * @param name for people
 * @param classes prefix of the application's own classes; empty when they are at the root
 * @param isEnterprise true for an ear, whose modules are archives
 */
record Layout(String name, String classes, boolean isEnterprise) {
    static final Layout PLAIN = new Layout("jar", "", false);

    static Layout of(List<ZipEntryInfo> entries) {
        if (has(entries, "BOOT-INF/")) {
            return new Layout("Spring Boot", "BOOT-INF/classes/", false);
        }
        if (has(entries, "WEB-INF/")) {
            return new Layout("war", "WEB-INF/classes/", false);
        }
        var enterprise = entries.stream()
                .anyMatch(entry -> entry.name().equals("META-INF/application.xml") || isWar(entry.name()));
        return enterprise ? new Layout("ear", "", true) : PLAIN;
    }

    /** Whether an archive inside is a part of the application rather than a library. */
    boolean isModule(String entry) {
        return isEnterprise && (isWar(entry) || entry.indexOf('/') < 0);
    }

    private static boolean isWar(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".war");
    }

    private static boolean has(List<ZipEntryInfo> entries, String prefix) {
        return entries.stream().anyMatch(entry -> entry.name().startsWith(prefix));
    }
}
