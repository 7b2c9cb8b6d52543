package dev.gatehouse.policy.edge.document;

import dev.gatehouse.policy.support.MinimumStep;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.policy.version.SemVer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The content of one signed document.
 *
 * @param counter only grows; with {@code issued} it says which of two documents is the newer one
 * @param supported the window, newest first
 * @param messages for an app's user, by language tag
 */
public record PolicyDocument(
        Track track,
        long counter,
        Instant issued,
        Instant expires,
        Optional<ClientVersion> minimum,
        Optional<MinimumStep> nextMinimum,
        Optional<ClientVersion> recommended,
        Optional<ClientVersion> latest,
        List<ClientVersion> supported,
        List<ClientVersion> blocked,
        Optional<String> store,
        Map<String, String> messages) {

    public PolicyDocument {
        supported = List.copyOf(supported);
        blocked = List.copyOf(blocked);
        messages = Map.copyOf(messages);
    }

    /** Whether a client that has seen this document must refuse {@code other}. */
    public boolean isNewerThan(PolicyDocument other) {
        return counter > other.counter || (counter == other.counter && issued.isAfter(other.issued));
    }

    /** The lowest version that may run at {@code now}: an announced step counts from its date on, without a new document. */
    public Optional<ClientVersion> minimum(Instant now) {
        return nextMinimum
                .filter(step -> !step.at().isAfter(now))
                .map(MinimumStep::version)
                .filter(next -> minimum.isEmpty() || next.compareTo(minimum.get()) > 0)
                .or(() -> minimum);
    }

    /** The announced step, as long as its date is still to come. */
    public Optional<MinimumStep> nextMinimum(Instant now) {
        return nextMinimum.filter(step -> step.at().isAfter(now));
    }

    /** What an app of this version is told at {@code now}. */
    public Status status(ClientVersion version, Instant now) {
        if (blocked.stream().anyMatch(named -> covers(named, version))) {
            return Status.BLOCKED;
        }
        if (minimum(now).filter(least -> isBelow(version, least)).isPresent()) {
            return Status.UPDATE_REQUIRED;
        }
        if (isAtLeast(version, latest) || isAtLeast(version, recommended)) {
            return Status.CURRENT;
        }
        boolean ending = nextMinimum(now)
                .filter(next -> isBelow(version, next.version()))
                .isPresent();
        // an app of which nothing was published yet has no window to leave
        boolean inWindow = supported.isEmpty() || supported.stream().anyMatch(named -> covers(named, version));
        return ending || !inWindow ? Status.UPDATE_RECOMMENDED : Status.SUPPORTED;
    }

    /** Every version that the document names, in its written form. */
    public Set<String> versions() {
        var named = new HashSet<String>();
        Stream.of(minimum, nextMinimum.map(MinimumStep::version), recommended, latest)
                .flatMap(Optional::stream)
                .forEach(version -> named.add(version.toString()));
        supported.forEach(version -> named.add(version.toString()));
        blocked.forEach(version -> named.add(version.toString()));
        return named;
    }

    private static boolean isAtLeast(ClientVersion version, Optional<ClientVersion> least) {
        return least.filter(value -> !isBelow(version, value)).isPresent();
    }

    /** By precedence and build number; build metadata has no say. */
    private static boolean isBelow(ClientVersion version, ClientVersion least) {
        return version.compareTo(least) < 0 && !version.isSameAs(least);
    }

    /** A document that names no build number means every build of that version. */
    private static boolean covers(ClientVersion named, ClientVersion version) {
        return SemVer.PRECEDENCE.compare(named.version(), version.version()) == 0
                && (named.buildNumber().signum() == 0 || named.buildNumber().equals(version.buildNumber()));
    }
}
