package dev.gatehouse.policy.support;

import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of one track, immutable.
 *
 * @param published all that ever was, in the order of publishing
 * @param supported the versions in the window, newest first, never more than the policy's size
 * @param endings versions that have left the window, with their announced dates
 * @param blocked versions that must not run, whatever the window says
 * @param steps of the minimum since the last recorded rollback
 */
public record SupportWindow(
        List<PublishedVersion> published,
        List<ClientVersion> supported,
        List<Ending> endings,
        List<ClientVersion> blocked,
        List<MinimumStep> steps) {

    /** Nothing was published yet. */
    public static final SupportWindow EMPTY = new SupportWindow(List.of(), List.of(), List.of(), List.of(), List.of());

    public SupportWindow {
        published = List.copyOf(published);
        supported = List.copyOf(supported);
        endings = List.copyOf(endings);
        blocked = List.copyOf(blocked);
        steps = List.copyOf(steps);
    }

    /** The lowest version that may run at {@code now}: the highest step whose time has come, so it never moves down. */
    public Optional<ClientVersion> minimum(Instant now) {
        return steps.stream()
                .filter(step -> !step.at().isAfter(now))
                .map(MinimumStep::version)
                .max(Comparator.naturalOrder());
    }

    /** The next step up that is announced. */
    public Optional<MinimumStep> nextMinimum(Instant now) {
        var current = minimum(now);
        return steps.stream()
                .filter(step -> step.at().isAfter(now))
                .filter(step -> current.isEmpty() || step.version().compareTo(current.get()) > 0)
                .min(Comparator.comparing(MinimumStep::at));
    }

    /** The newest supported version, whether the store serves it yet or not. */
    public Optional<ClientVersion> latest() {
        return supported.stream().findFirst();
    }

    /** What a client is asked to install: the newest supported version that the store serves. */
    public Optional<ClientVersion> recommended(Instant now) {
        return supported.stream()
                .filter(version -> find(version)
                        .filter(found -> !found.storeLiveAt().isAfter(now))
                        .isPresent())
                .findFirst();
    }

    public Optional<PublishedVersion> find(ClientVersion version) {
        return published.stream()
                .filter(candidate -> candidate.version().isSameAs(version))
                .findFirst();
    }

    /** What publishing would do: a full window loses its oldest version, which may run on for {@code grace}. */
    public Shift publish(PublishedVersion added, int size, Period grace) {
        if (find(added.version()).isPresent()) {
            throw new Refused("%s is published already".formatted(added.version()));
        }
        minimum(added.published())
                .filter(least -> added.version().compareTo(least) < 0)
                .ifPresent(least -> {
                    throw new Refused("%s is below the minimum %s".formatted(added.version(), least));
                });
        var newest = Stream.concat(Stream.of(added.version()), supported.stream())
                .sorted(Comparator.reverseOrder())
                .toList();
        var kept = newest.subList(0, Math.min(size, newest.size()));
        if (!kept.contains(added.version())) {
            throw new Refused("%s is older than the %d supported versions".formatted(added.version(), size));
        }
        var until = later(added.published(), grace);
        var leaving = newest.subList(kept.size(), newest.size()).stream()
                .map(version -> new Ending(version, until))
                .toList();
        if (leaving.isEmpty()) {
            return new Shift(leaving, List.of());
        }
        var oldest = kept.get(kept.size() - 1);
        var live = oldest.equals(added.version())
                ? added.storeLiveAt()
                : find(oldest).orElseThrow().storeLiveAt();
        return new Shift(leaving, List.of(new MinimumStep(oldest, latest(until, live))));
    }

    /** What taking {@code version} out of the window would do; the rest of the window must hold something live. */
    public Shift retire(ClientVersion version, Instant now, Period grace) {
        if (!supported.contains(version)) {
            throw new Refused("%s is not supported, so it cannot be retired".formatted(version));
        }
        if (supported.size() == 1) {
            throw new Refused("%s is the only supported version: publish another first".formatted(version));
        }
        var until = later(now, grace);
        boolean oldest = supported.get(supported.size() - 1).equals(version);
        var steps = oldest ? List.of(stepTo(supported.get(supported.size() - 2), until)) : List.<MinimumStep>of();
        return new Shift(List.of(new Ending(version, until)), steps);
    }

    /** A new minimum at {@code at}; only upwards, only to a supported version, not before the store serves it. */
    public Shift raiseMinimum(ClientVersion version, Instant at, Instant now) {
        if (!supported.contains(version)) {
            throw new Refused("%s is not supported, so it cannot be the minimum".formatted(version));
        }
        if (at.isBefore(now)) {
            throw new Refused("a minimum cannot begin in the past (%s)".formatted(at));
        }
        minimum(now).filter(least -> version.compareTo(least) <= 0).ifPresent(least -> {
            throw new Refused("the minimum is %s and never moves down: see 'versions rollback'".formatted(least));
        });
        var step = stepTo(version, at);
        if (step.at().isAfter(at)) {
            throw new Refused("the store serves %s from %s only".formatted(version, step.at()));
        }
        return new Shift(List.of(), List.of(step));
    }

    private MinimumStep stepTo(ClientVersion version, Instant at) {
        return new MinimumStep(version, latest(at, find(version).orElseThrow().storeLiveAt()));
    }

    private static Instant later(Instant now, Period grace) {
        return now.atOffset(ZoneOffset.UTC).plus(grace).toInstant();
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
