package dev.gatehouse.scanners.dast.settings;

import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A map of the section, or none, whose mistakes are gathered so that its author hears of all of them at once. */
record Part(Optional<YamlMap> map, Mistakes mistakes) {

    static Part of(Optional<YamlMap> map, DastKeys known, Mistakes mistakes) {
        map.ifPresent(there -> known.check(there, mistakes));
        return new Part(map, mistakes);
    }

    /** What {@code reading} makes of the value; nothing when there is none, or a mistake. */
    <T> Optional<T> get(String key, Function<YamlValue, T> reading) {
        return map.flatMap(there -> there.get(key)).flatMap(value -> mistakes.in(() -> reading.apply(value)));
    }

    /** As {@link #get}, of a key that must be there. */
    <T> Optional<T> require(String key, Function<YamlValue, T> reading) {
        return map.flatMap(there -> mistakes.in(() -> reading.apply(there.require(key))));
    }

    Optional<String> text(String key) {
        return get(key, YamlValue::text);
    }

    <T> List<T> list(String key, Function<YamlValue, T> reading) {
        return get(key, YamlValue::list).orElse(List.of()).stream()
                .flatMap(value -> mistakes.in(() -> reading.apply(value)).stream())
                .toList();
    }

    /** The map at {@code key}, of which other keys are known. */
    Part part(String key, DastKeys known) {
        return of(get(key, YamlValue::map), known, mistakes);
    }
}
