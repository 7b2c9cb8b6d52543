package dev.gatehouse.trackers.config;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code trackers}. Each tracker reads its own part.
 *
 * @param jira none when the file has no such part
 * @param github none when the file has no such part
 */
public record TrackersSection(
        @Nullable YamlMap jira, @Nullable YamlMap github) {
    private static final List<String> KEYS = List.of("jira", "github");

    /** Reads the section of an open file; mistakes are gathered, not thrown. */
    public static TrackersSection read(GatehouseFile file, Mistakes mistakes) {
        return file.section("trackers")
                .flatMap(section -> mistakes.in(section::map))
                .map(section -> of(section, mistakes))
                .orElseGet(() -> new TrackersSection(null, null));
    }

    private static TrackersSection of(YamlMap section, Mistakes mistakes) {
        mistakes.addAll(section.strangers(KEYS));
        return new TrackersSection(part(section, "jira", mistakes), part(section, "github", mistakes));
    }

    private static @Nullable YamlMap part(YamlMap section, String key, Mistakes mistakes) {
        return section.get(key).flatMap(value -> mistakes.in(value::map)).orElse(null);
    }
}
