package dev.gatehouse.scanners.dast.settings;

import dev.gatehouse.findings.config.YamlValue;

/** Reads paths of the application. */
final class Paths {
    private Paths() {}

    static String of(YamlValue value) {
        if (!value.text().startsWith("/")) {
            throw value.wrong("'%s' is no path of the application: a path starts with /".formatted(value.text()));
        }
        return value.text();
    }
}
