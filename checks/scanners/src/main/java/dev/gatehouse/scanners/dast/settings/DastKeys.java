package dev.gatehouse.scanners.dast.settings;

import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import java.util.List;

/** Every key of a policy file's {@code dast} section, by the place where it may stand; the JSON Schema names the same places. */
enum DastKeys {
    DAST(
            "target",
            "start",
            "mode",
            "include",
            "exclude",
            "login",
            "openapi",
            "ajax-spider",
            "limits",
            "rules",
            "requests-per-second",
            "zap"),
    DAST_START("command", "directory", "port", "ready", "ready-within-seconds", "environment"),
    DAST_LOGIN("form", "header", "script"),
    DAST_FORM("path", "page", "data", "username-from", "password-from", "logged-in", "logged-out"),
    DAST_HEADER("name", "value-from"),
    DAST_SCRIPT("file", "engine", "username-from", "password-from", "logged-in", "logged-out"),
    DAST_LIMITS("minutes", "spider-minutes", "rule-minutes", "addresses", "answer-seconds"),
    DAST_RULES("off", "only"),
    DAST_ZAP("url", "home", "key-from");

    /** A copy that nobody can change; its type cannot say so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> keys;

    DastKeys(String... keys) {
        this.keys = List.of(keys);
    }

    List<String> keys() {
        return keys;
    }

    /** Notes every key of {@code map} that has no place there. */
    void check(YamlMap map, Mistakes mistakes) {
        mistakes.addAll(map.strangers(keys));
    }
}
