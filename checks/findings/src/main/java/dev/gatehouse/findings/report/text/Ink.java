package dev.gatehouse.findings.report.text;

import dev.gatehouse.findings.model.Severity;

/** Colours of a terminal (ECMA-48 SGR), or none. */
record Ink(boolean colours) {
    String bold(String text) {
        return with("1", text);
    }

    String dim(String text) {
        return with("2", text);
    }

    String green(String text) {
        return with("32", text);
    }

    String red(String text) {
        return with("31", text);
    }

    String yellow(String text) {
        return with("33", text);
    }

    /** White on the colour of the verdict. */
    String badge(String text, String colour) {
        return colours ? with("1;97;" + colour, " " + text + " ") : text;
    }

    String severity(Severity severity, String text) {
        return switch (severity) {
            case CRITICAL -> with("1;35", text);
            case HIGH -> with("31", text);
            case MEDIUM -> with("33", text);
            case LOW -> with("36", text);
            case INFO -> with("2", text);
        };
    }

    private String with(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
