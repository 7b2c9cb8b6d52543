package dev.gatehouse.scanners.dast.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.scanners.dast.settings.DastSettings;
import dev.gatehouse.scanners.dast.settings.Mode;
import dev.gatehouse.scanners.dast.zap.Zap;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The rules of a ZAP, and which of them a scan runs.
 *
 * @param active numbers of those that run in the active scan
 * @param passive numbers of those that read along; none in a ZAP without them
 */
record Rules(List<Integer> active, List<Integer> passive) {
    /** Of Gatehouse's own rules those that only look at answers, and do not need a form to be sent. */
    private static final Set<Integer> LOOKING = Set.of(960013, 960014, 960015, 960016);

    /** Rules that wait for an application to be slow, or try very much. */
    private static final Set<Integer> SLOW =
            Set.of(960006, 10106, 30001, 20015, 20017, 40019, 40020, 40021, 40022, 40024, 40027, 90039);

    /** Asks ZAP for its rules, and switches off those that do not run. */
    static Rules choose(Zap zap, DastSettings settings) throws ZapException {
        var active = numbers(zap.api().view("ascan", "scanners", Map.of()).path("scanners")).stream()
                .filter(rule -> isWanted(rule, settings))
                .filter(rule -> settings.mode() != Mode.QUICK || !SLOW.contains(rule))
                .filter(rule -> settings.mode() != Mode.BASELINE || LOOKING.contains(rule))
                .toList();
        zap.api().action("ascan", "disableAllScanners", Map.of());
        if (!active.isEmpty()) {
            zap.api().action("ascan", "enableScanners", Map.of("ids", joined(active)));
        }
        return new Rules(active, passive(zap, settings));
    }

    private static List<Integer> passive(Zap zap, DastSettings settings) throws ZapException {
        if (!zap.api().has("pscan", "scanners")) {
            return List.of();
        }
        // an earlier scan by the same ZAP may have switched some off
        zap.api().action("pscan", "enableAllScanners", Map.of());
        var all = numbers(zap.api().view("pscan", "scanners", Map.of()).path("scanners"));
        var passive = all.stream().filter(rule -> isWanted(rule, settings)).toList();
        var off = all.stream().filter(rule -> !passive.contains(rule)).toList();
        if (!off.isEmpty()) {
            zap.api().action("pscan", "disableScanners", Map.of("ids", joined(off)));
        }
        return passive;
    }

    boolean isEmpty() {
        return active.isEmpty() && passive.isEmpty();
    }

    private static boolean isWanted(int rule, DastSettings settings) {
        return !settings.rulesOff().contains(rule)
                && (settings.rulesOnly().isEmpty() || settings.rulesOnly().contains(rule));
    }

    private static List<Integer> numbers(JsonNode scanners) {
        return StreamSupport.stream(scanners.spliterator(), false)
                .map(scanner -> scanner.path("id").asInt())
                .sorted()
                .toList();
    }

    private static String joined(List<Integer> rules) {
        return rules.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
