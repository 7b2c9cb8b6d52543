package dev.gatehouse.findings.owasp;

import dev.gatehouse.findings.model.ScannerKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which weaknesses the scanners have rules for. */
final class ScannerRules {
    private final Map<ScannerKind, List<Integer>> cwes;

    private ScannerRules(Map<ScannerKind, List<Integer>> cwes) {
        this.cwes = cwes;
    }

    static ScannerRules load() {
        var cwes = new EnumMap<ScannerKind, List<Integer>>(ScannerKind.class);
        for (var row : Table.rows("rules.csv")) {
            var kind = ScannerKind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            cwes.computeIfAbsent(kind, any -> new ArrayList<>()).add(Integer.valueOf(row.get(1)));
        }
        return new ScannerRules(cwes);
    }

    /** Ids of the edition's categories that a scanner has rules for by its weaknesses. */
    Set<String> categories(ScannerKind scanner, OwaspEdition edition) {
        var ids = new HashSet<String>();
        for (int cwe : cwes.getOrDefault(scanner, List.of())) {
            edition.of(List.of(cwe)).forEach(category -> ids.add(category.id()));
        }
        return ids;
    }
}
