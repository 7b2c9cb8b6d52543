package dev.gatehouse.trackers.jira.settings;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.select.Glob;
import dev.gatehouse.trackers.config.TrackersSection;
import dev.gatehouse.trackers.jira.api.Edition;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Jira project and how findings become its issues.
 *
 * @param site base URL without a slash at the end
 * @param edition none to ask the site
 * @param source name of the scanned project, part of every issue's identity; none for the report's own
 * @param branches whose scans may touch Jira
 * @param least findings below this severity get no issue
 * @param groups by scanner
 * @param mostNew issues that one scan makes at most
 * @param newOnly whether findings that the baseline has get no issue
 * @param versioning how releases become versions; none when they do not
 * @param perSecond requests a second at most
 */
public record JiraSettings(
        URI site,
        @Nullable Edition edition,
        String project,
        Login login,
        @Nullable String source,
        List<Glob> branches,
        Severity least,
        Map<ScannerKind, Grouping> groups,
        int mostNew,
        boolean newOnly,
        Look look,
        People people,
        Life life,
        @Nullable Versioning versioning,
        int perSecond) {
    public JiraSettings {
        branches = List.copyOf(branches);
        groups = Map.copyOf(groups);
    }

    /**
     * The settings of an open file; empty when it has none. Throws {@link BadInput} with a line for every mistake.
     *
     * @param organisation which says where Jira is
     */
    public static Optional<JiraSettings> of(GatehouseFile file, Organisation organisation) {
        var mistakes = file.mistakes();
        var section = TrackersSection.read(file, mistakes).jira();
        var settings = section == null
                ? Optional.<JiraSettings>empty()
                : mistakes.in(() -> new JiraReader(section, file.directory(), organisation, mistakes).read());
        mistakes.throwIfAny();
        return settings;
    }

    /** As {@link #of}, where Jira is needed. */
    public static JiraSettings required(GatehouseFile file, Organisation organisation) {
        return of(file, organisation)
                .orElseThrow(
                        () -> new BadInput("%s: has no section 'trackers' with a part 'jira'; docs/jira.md shows one"
                                .formatted(file.name())));
    }

    /** Whether the file has anything to say of releases, right or wrong. */
    public static boolean hasReleases(GatehouseFile file) {
        var section = TrackersSection.read(file, new Mistakes()).jira();
        return section != null && section.get("release").isPresent();
    }

    /** In the outbox: site and project. */
    public String target() {
        return site + " " + project;
    }

    public boolean isForBranch(String branch) {
        return branches.stream().anyMatch(glob -> glob.matches(branch));
    }
}
