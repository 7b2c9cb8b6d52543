package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Within how many days after it was first seen a finding has to be gone, by severity.
 *
 * @param shortened severities for which somebody else's shorter time took the place of the own one
 */
public record ServiceLevels(Map<Severity, Integer> days, Set<Severity> shortened) {
    public static final ServiceLevels NONE = new ServiceLevels(Map.of());

    public ServiceLevels {
        days = Map.copyOf(days);
        shortened = Set.copyOf(shortened);
    }

    /** Levels that nobody shortened. */
    public ServiceLevels(Map<Severity, Integer> days) {
        this(days, Set.of());
    }

    /** These, and the other's where these say nothing. */
    public ServiceLevels orElse(ServiceLevels other) {
        var both = new EnumMap<Severity, Integer>(Severity.class);
        both.putAll(other.days);
        both.putAll(days);
        return new ServiceLevels(both);
    }

    /** The shorter of both for each severity. */
    public ServiceLevels strictest(ServiceLevels other) {
        var both = new EnumMap<Severity, Integer>(Severity.class);
        both.putAll(days);
        other.days.forEach((severity, limit) -> both.merge(severity, limit, Math::min));
        return new ServiceLevels(
                both,
                both.entrySet().stream()
                        .filter(level -> !level.getValue().equals(days.get(level.getKey())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the finding should have been gone before {@code today}. */
    boolean isOverdue(Finding finding, LocalDate today) {
        var limit = days.get(finding.severity());
        return limit != null
                && firstSeen(finding)
                        .filter(first -> today.isAfter(first.plusDays(limit)))
                        .isPresent();
    }

    /**
     * The last day on which the finding may still be there; empty for a severity without a limit.
     *
     * @param today counts as the first day of a finding that no baseline knows
     */
    public Optional<LocalDate> lastDay(Finding finding, LocalDate today) {
        return Optional.ofNullable(days.get(finding.severity()))
                .map(limit -> firstSeen(finding).orElse(today).plusDays(limit));
    }

    /** The day of an ISO 8601 date or time; nothing when no baseline knows it. */
    static Optional<LocalDate> firstSeen(Finding finding) {
        var text = finding.firstSeen();
        if (text == null || text.length() < 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** Such as {@code critical 7 days, high 30 days}. */
    String words() {
        return days.entrySet().stream()
                .sorted(Map.Entry.<Severity, Integer>comparingByKey(Comparator.reverseOrder()))
                .map(entry -> "%s %d days".formatted(entry.getKey().label(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
