package dev.gatehouse.policy.train;

import dev.gatehouse.findings.config.Nearest;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.policy.version.Bump;
import dev.gatehouse.policy.version.SemVer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code freezes} and refuses those that overlap. */
final class FreezeList {
    private static final String HOTFIX = "hotfix";

    private FreezeList() {}

    static List<Freeze> read(YamlValue value) {
        var freezes = new ArrayList<Freeze>();
        for (var element : value.list()) {
            var freeze = freeze(element.map().only("from", "to", "reason", "exceptions"));
            freezes.stream().filter(freeze::overlaps).findFirst().ifPresent(other -> {
                throw element.wrong("the freeze from %s to %s overlaps the one from %s to %s; make them one"
                        .formatted(freeze.from(), freeze.to(), other.from(), other.to()));
            });
            freezes.add(freeze);
        }
        return freezes;
    }

    private static Freeze freeze(YamlMap map) {
        var from = Days.date(map.require("from"));
        var to = Days.date(map.require("to"));
        if (to.isBefore(from)) {
            throw map.require("to").wrong("the freeze ends on %s, before it begins on %s".formatted(to, from));
        }
        var reason = map.require("reason").text();
        var bumps = EnumSet.noneOf(Bump.class);
        var versions = new HashSet<SemVer>();
        var hotfixes = false;
        for (var exception : map.get("exceptions").map(YamlValue::list).orElse(List.of())) {
            var bump = bump(exception.text());
            if (exception.text().equals(HOTFIX)) {
                hotfixes = true;
            } else if (bump.isEmpty()) {
                versions.add(SemVer.find(exception.text()).orElseThrow(() -> unknown(exception)));
            }
            bumps.addAll(bump);
        }
        return new Freeze(from, to, reason, bumps, versions, hotfixes, false);
    }

    private static List<Bump> bump(String label) {
        return Arrays.stream(Bump.values())
                .filter(bump -> bump.label().equals(label))
                .toList();
    }

    private static RuntimeException unknown(YamlValue exception) {
        var labels = Stream.concat(
                        Stream.of(HOTFIX), Arrays.stream(Bump.values()).map(Bump::label))
                .toList();
        return exception.wrong("'%s' is no exception%s; known are %s and versions such as 4.3.1"
                .formatted(
                        exception.text(),
                        Nearest.of(exception.text(), labels)
                                .map(", did you mean '%s'?"::formatted)
                                .orElse(""),
                        String.join(", ", labels)));
    }
}
