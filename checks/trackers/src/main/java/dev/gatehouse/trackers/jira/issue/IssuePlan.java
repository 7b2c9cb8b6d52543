package dev.gatehouse.trackers.jira.issue;

import dev.gatehouse.findings.gate.ServiceLevels;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.trackers.jira.issue.Wanted.Condition;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of a report what should be in Jira. */
public final class IssuePlan {
    private static final Comparator<Wanted> WORST_FIRST =
            Comparator.comparing(Wanted::severity).reversed().thenComparing(Wanted::marker);

    private static final int MOST_ASKED = 5;
    private static final int MOST_OWNERS = 5;

    private final JiraSettings settings;
    private final ServiceLevels levels;
    private final Owners owners;

    public IssuePlan(JiraSettings settings, ServiceLevels levels, Owners owners) {
        this.settings = settings;
        this.levels = levels;
        this.owners = owners;
    }

    /**
     * @param branch that was scanned
     * @param link to the report, if there is one that people can open
     * @param create false to make no new issue: the start on an old code base
     */
    public ProjectState of(Report report, String branch, @Nullable String link, boolean create) {
        var source = settings.source();
        var owner = new Owner(source == null ? report.project().name() : source, branch);
        var context = new Scan(owner, report, link, create);
        var groups = groups(report);
        var wanted = groups.entrySet().stream()
                .map(group -> new Grouped(context.wanted(group.getKey(), group.getValue()), group.getValue()))
                .sorted(Comparator.comparing(Grouped::wanted, WORST_FIRST))
                .map(this::withOwners)
                .toList();
        return new ProjectState(owner, report.created(), completed(report), wanted);
    }

    private record Grouped(Wanted wanted, List<Finding> findings) {}

    /** Worst first, since looking at git may take longer than there is time. */
    private Wanted withOwners(Grouped group) {
        if (!group.wanted().create()) {
            return group.wanted();
        }
        return group.wanted()
                .withOwners(group.findings().stream()
                        .filter(finding -> finding.acceptance() == null)
                        .limit(MOST_ASKED)
                        .flatMap(finding -> owners.of(finding).stream())
                        .distinct()
                        .limit(MOST_OWNERS)
                        .toList());
    }

    private Map<String, List<Finding>> groups(Report report) {
        var groups = new Groups(settings.groups());
        return report.findings().stream()
                .filter(finding -> finding.severity().atLeast(settings.least()))
                .sorted(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::id))
                .collect(Collectors.groupingBy(groups::of, LinkedHashMap::new, Collectors.toList()));
    }

    private static Set<ScannerKind> completed(Report report) {
        return report.scanners().stream()
                .filter(run -> run.status() == ScannerStatus.COMPLETED)
                .map(ScannerRun::id)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ScannerKind.class)));
    }

    /** One report on its way to issues. */
    private final class Scan {
        private final Owner owner;
        private final Report report;
        private final @Nullable String link;
        private final boolean create;

        Scan(Owner owner, Report report, @Nullable String link, boolean create) {
            this.owner = owner;
            this.report = report;
            this.link = link;
            this.create = create;
        }

        Wanted wanted(String group, List<Finding> all) {
            var open =
                    all.stream().filter(finding -> finding.acceptance() == null).toList();
            var shown = open.isEmpty() ? all : open;
            var description = new Description(shown);
            return new Wanted(
                    owner,
                    Marker.of(owner, group).id(),
                    open.isEmpty() ? Condition.ACCEPTED : Condition.OPEN,
                    shown.get(0).scanner(),
                    description.summary(group),
                    description.document(),
                    shown.get(0).severity(),
                    create
                            && !open.isEmpty()
                            && (!settings.newOnly() || open.stream().anyMatch(Scan::isNew)),
                    shown.stream().map(Finding::id).sorted().toList(),
                    shown.stream()
                            .flatMap(finding -> Groups.places(finding).stream())
                            .distinct()
                            .limit(50)
                            .toList(),
                    List.of(),
                    due(shown),
                    report.created(),
                    report.project().commit(),
                    link);
        }

        private static boolean isNew(Finding finding) {
            return finding.state() != State.EXISTING;
        }

        private @Nullable LocalDate due(List<Finding> findings) {
            if (!settings.look().due()) {
                return null;
            }
            var today = LocalDate.ofInstant(report.created(), ZoneOffset.UTC);
            return findings.stream()
                    .map(finding -> levels.lastDay(finding, today))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }
}
