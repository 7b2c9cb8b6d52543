package dev.gatehouse.scanners.endpoint;

import dev.gatehouse.findings.model.Finding;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Whether two findings are about the same weakness: a scanner of code and one of requests name some differently. */
final class Weakness {
    private static final List<Set<Integer>> FAMILIES = List.of(
            Set.of(22, 23, 36, 73),
            Set.of(77, 78, 88),
            Set.of(79, 80, 81, 116),
            Set.of(89, 564, 943),
            Set.of(200, 209, 497, 550),
            Set.of(614, 1004, 1275),
            Set.of(611, 776, 827),
            Set.of(94, 95, 917),
            Set.of(346, 942));

    private Weakness() {}

    /** The number that both are about, if there is one. */
    static OptionalInt shared(Finding one, Finding other) {
        return one.cwe().stream()
                .filter(number -> other.cwe().stream().anyMatch(its -> same(number, its)))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static boolean same(int one, int other) {
        return one == other || FAMILIES.stream().anyMatch(family -> family.contains(one) && family.contains(other));
    }
}
