package dev.gatehouse.trackers.github.sarif;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.sarif.SarifRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Splits a report into one run for each scanner and module. GitHub takes a result that a later analysis of the same
 * category lacks for fixed; so a module without findings has a run too, and a scanner that did not get through has none.
 */
final class Categories {
    /** Worst first, and always in the same order; what is accepted comes after all that counts. */
    static final Comparator<Finding> WORST_FIRST = Comparator.<Finding, Boolean>comparing(
                    finding -> finding.acceptance() != null)
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(Categories::score, Comparator.reverseOrder())
            .thenComparing(Finding::confidence, Comparator.reverseOrder())
            .thenComparing(Finding::id)
            .thenComparing(finding -> finding.location().display());

    private Categories() {}

    /** The runs in the order of scanners and modules; {@code left} hears of scanners that are left out. */
    static List<SarifRun> of(Report report, String prefix, List<String> left) {
        var runs = new ArrayList<SarifRun>();
        for (var scanner : report.scanners()) {
            if (scanner.status() == ScannerStatus.COMPLETED) {
                runs.addAll(of(report, scanner, prefix));
            } else {
                left.add(
                        "The results of %s were not sent: it did not complete (%s), and GitHub would take what it did not see for fixed."
                                .formatted(
                                        scanner.id().label(), scanner.status().label()));
            }
        }
        return runs;
    }

    private static List<SarifRun> of(Report report, ScannerRun scanner, String prefix) {
        var byModule = new LinkedHashMap<String, List<Finding>>();
        if (scanner.id() == ScannerKind.SAST) {
            report.project().modules().forEach(module -> byModule.put(module.name(), new ArrayList<>()));
        } else {
            byModule.put("", new ArrayList<>());
        }
        report.findings().stream()
                .filter(finding -> finding.scanner() == scanner.id())
                .sorted(WORST_FIRST)
                .forEach(finding -> byModule.computeIfAbsent(module(finding), any -> new ArrayList<>())
                        .add(finding));
        return byModule.entrySet().stream()
                .map(entry -> new SarifRun(
                        scanner, category(prefix, scanner.id(), entry.getKey()), entry.getValue(), List.of()))
                .toList();
    }

    /** Libraries and requests belong to the whole project: several modules may share one. */
    private static String module(Finding finding) {
        return finding.location() instanceof Location.Code code ? code.module() : "";
    }

    static String category(String prefix, ScannerKind scanner, String module) {
        var name = module.replaceAll("[^A-Za-z0-9._:-]+", "-");
        return prefix + "/" + scanner.label() + "/" + (name.isEmpty() ? "" : name + "/");
    }

    private static double score(Finding finding) {
        var cvss = finding.cvss();
        return cvss == null ? 0 : cvss.score();
    }
}
