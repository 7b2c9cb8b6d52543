package dev.gatehouse.policy.train;

import dev.gatehouse.policy.version.Bump;
import dev.gatehouse.policy.version.SemVer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a version may be released on a day, by the calendar and the versions that are out already. */
public final class CalendarCheck {
    private final ReleaseTrain train;
    private final ReleaseHistory earlier;
    private final SemVer version;
    private final LocalDate day;
    private final String reason;

    /**
     * @param history of the product; the version itself has no say in it
     * @param day in the train's time zone
     * @param reason for the hotfix lane; empty to stay out of it
     */
    public CalendarCheck(ReleaseTrain train, ReleaseHistory history, SemVer version, LocalDate day, String reason) {
        this.train = train;
        this.earlier = history.without(version);
        this.version = version;
        this.day = day;
        this.reason = reason.strip();
    }

    /** Every rule's word, in the order in which they are explained. */
    public List<Ruling> rulings() {
        var bump = bump();
        var rulings = new ArrayList<>(List.of(monotonic(), step()));
        rulings.add(window(bump));
        rulings.add(onePerWindow(bump));
        rulings.add(freeze(bump));
        return rulings;
    }

    /** The step from the release before; of the first release the part that is not zero. */
    private Bump bump() {
        if (version.isPreRelease()) {
            return Bump.PRE_RELEASE;
        }
        return before().flatMap(tag -> Bump.between(tag.version(), version)).orElseGet(this::ownKind);
    }

    private Bump ownKind() {
        if (version.patch().signum() > 0) {
            return Bump.PATCH;
        }
        return version.minor().signum() > 0 ? Bump.MINOR : Bump.MAJOR;
    }

    /** The highest release below this version. */
    private Optional<Release> before() {
        return earlier.releases().stream()
                .filter(tag -> tag.version().precedes(version))
                .reduce((low, high) -> high);
    }

    /** A patch must be above all of its minor version only, so that supported older ones can be mended. */
    private Ruling monotonic() {
        boolean patch = version.patch().signum() > 0
                && before().filter(this::isSameLine).isPresent();
        var highest = earlier.versions().stream()
                .filter(tag -> !patch || isSameLine(tag))
                .reduce((low, high) -> high);
        if (highest.isEmpty()) {
            return Ruling.yes("monotonic", "%s is the first version".formatted(version));
        }
        var other = highest.get();
        return other.version().precedes(version)
                ? Ruling.yes("monotonic", "%s is above %s".formatted(version, other.version()))
                : Ruling.no("monotonic", "%s is not above %s of %s".formatted(version, other.version(), day(other)));
    }

    private boolean isSameLine(Release tag) {
        return tag.version().major().equals(version.major())
                && tag.version().minor().equals(version.minor());
    }

    private Ruling step() {
        var before = before();
        if (before.isEmpty()) {
            return Ruling.yes("step", "there is no release before %s that could be skipped from".formatted(version));
        }
        var from = before.get().version();
        var bump = Bump.between(from, version.core()).orElse(Bump.PATCH);
        var next = from.next(bump);
        return next.equals(version.core())
                ? Ruling.yes("step", "%s is the next %s version after %s".formatted(version, bump.label(), from))
                : Ruling.no(
                        "step",
                        "%s skips: the next %s version after %s is %s".formatted(version, bump.label(), from, next));
    }

    private Ruling window(Bump bump) {
        if (!train.schedules(bump)) {
            return Ruling.yes("window", "a %s release may go out at any time".formatted(bump.label()));
        }
        var open = train.timetable().at(day);
        if (open.isPresent() && open.get().admits(bump)) {
            var window = open.get();
            return Ruling.yes(
                    "window",
                    "%s is in the %s window from %s to %s"
                            .formatted(day, window.kind().label(), window.day(), window.lastDay()));
        }
        if (isHotfix(bump)) {
            return Ruling.yes("window", "goes by the hotfix lane: %s".formatted(reason));
        }
        var closed = open.map(window -> "the window from %s to %s admits no %s release"
                        .formatted(window.day(), window.lastDay(), bump.label()))
                .orElse("no window is open on %s".formatted(day));
        var next = train.timetable()
                .nextFor(bump, day)
                .map(window -> "; the next for a %s release opens on %s".formatted(bump.label(), window.day()))
                .orElse("");
        return Ruling.no("window", closed + next + hint(bump));
    }

    private Ruling onePerWindow(Bump bump) {
        var open = train.timetable().at(day);
        if (!train.schedules(bump) || open.isEmpty()) {
            return Ruling.yes("one-per-window", "this release uses up no window");
        }
        var other = Departures.of(train, earlier).stream()
                .filter(tag -> open.get().contains(day(tag)))
                .findFirst();
        if (other.isEmpty()) {
            return Ruling.yes("one-per-window", "no other release has used this window");
        }
        var used = "%s of %s has used this window already".formatted(other.get().version(), day(other.get()));
        return isHotfix(bump)
                ? Ruling.yes("one-per-window", "%s, but this goes by the hotfix lane: %s".formatted(used, reason))
                : Ruling.no("one-per-window", used + hint(bump));
    }

    /** Freezes may overlap where the organisation has some of its own: each must let the version through. */
    private Ruling freeze(Bump bump) {
        var freezes = train.calendar().freezes(day);
        var passed = new ArrayList<String>();
        for (var freeze : freezes) {
            if (!freeze.stops(bump, version)) {
                passed.add("%s, but %s is excepted".formatted(freeze, version));
            } else if (freeze.hotfixes() && isHotfix(bump)) {
                passed.add("%s, but the hotfix lane is open: %s".formatted(freeze, reason));
            } else {
                return Ruling.no("freeze", freeze + (freeze.hotfixes() ? hint(bump) : ""));
            }
        }
        return Ruling.yes("freeze", passed.isEmpty() ? "%s is not frozen".formatted(day) : String.join("; ", passed));
    }

    private LocalDate day(Release release) {
        return LocalDate.ofInstant(release.time(), train.calendar().zone());
    }

    private boolean isHotfix(Bump bump) {
        return !reason.isEmpty() && train.hotfixes().contains(bump);
    }

    private String hint(Bump bump) {
        return reason.isEmpty() && train.hotfixes().contains(bump) ? "; a hotfix may go out with --hotfix REASON" : "";
    }
}
