package dev.gatehouse.findings.identity;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives every finding its {@link Finding#id()}.
 *
 * <p>Code: rule, method signature and normalised code context; not the line, the file, the class or the package.
 * Dependency: package without version and vulnerability. HTTP: rule, method, path template and parameter. Where several
 * findings are the same in all of that, the first has the plain fingerprint, those in other classes are told apart by
 * the class, those in the same method by their order.
 */
public final class Identity {
    private final Map<List<String>, String> firstPlaces = new HashMap<>();
    private final Map<List<String>, Integer> twins = new HashMap<>();

    private Identity() {}

    /**
     * The same findings in the same order, each with its id. Ids are unique in the result and do not depend on the
     * order of the argument.
     */
    public static List<Finding> assign(List<Finding> findings) {
        var identity = new Identity();
        var ids = new IdentityHashMap<Finding, ArrayList<String>>();
        for (var finding : inOrder(findings)) {
            ids.computeIfAbsent(finding, any -> new ArrayList<>()).add(identity.next(finding));
        }
        return findings.stream()
                .map(finding ->
                        finding.withId(Objects.requireNonNull(ids.get(finding)).remove(0)))
                .toList();
    }

    private String next(Finding finding) {
        var parts = new ArrayList<>(parts(finding));
        var place = place(finding);
        var first = firstPlaces.computeIfAbsent(List.copyOf(parts), any -> place);
        parts.add(first.equals(place) ? "" : place);
        parts.add(Integer.toString(twins.merge(List.copyOf(parts), 1, Integer::sum)));
        return Fingerprint.of(parts);
    }

    private static List<String> parts(Finding finding) {
        var location = finding.location();
        if (location instanceof Location.Code code) {
            return List.of("code", finding.rule(), MethodName.of(code.method()).signature(), context(code));
        }
        if (location instanceof Location.Dependency library) {
            return List.of("dependency", finding.rule(), PackageName.of(library).text());
        }
        var http = (Location.Http) location;
        return List.of("http", finding.rule(), http.method(), http.pathTemplate(), parameter(http));
    }

    /** Where there is no context, or only that of a whole class, the class's name has to tell findings apart. */
    private static String context(Location.Code code) {
        boolean vague = code.context().isEmpty() || code.method() == null;
        return vague ? "class %s %s".formatted(place(code), code.context()) : code.context();
    }

    /** Another fingerprint for a finding whose own is taken. */
    public static String unlike(String id, int attempt) {
        return Fingerprint.of(List.of("unlike", id, Integer.toString(attempt)));
    }

    /** The findings from top to bottom of the code, in the order in which twins are numbered. */
    public static List<Finding> inOrder(List<Finding> findings) {
        return findings.stream().map(Spot::of).sorted().map(Spot::finding).toList();
    }

    /** A finding with what it is sorted by; the whole text only tells apart what shows the same place and rule. */
    private record Spot(Finding finding, String place, String unit, int line) implements Comparable<Spot> {
        private static final Comparator<Spot> ORDER = Comparator.comparing(Spot::place)
                .thenComparing(Spot::unit)
                .thenComparingInt(Spot::line)
                .thenComparing(spot -> spot.finding.rule())
                .thenComparing(spot -> spot.finding.withId("").toString())
                .thenComparing(spot -> spot.finding.id());

        static Spot of(Finding finding) {
            return finding.location() instanceof Location.Code code
                    ? new Spot(finding, Identity.place(code), code.className() + '\n' + code.module(), code.startLine())
                    : new Spot(finding, "", finding.location().display(), 0);
        }

        @Override
        public int compareTo(Spot other) {
            return ORDER.compare(this, other);
        }
    }

    private static String place(Finding finding) {
        return finding.location() instanceof Location.Code code ? place(code) : "";
    }

    private static String place(Location.Code code) {
        var file = Objects.requireNonNullElse(code.file(), "");
        return code.className().isEmpty()
                ? file.substring(file.lastIndexOf('/') + 1)
                : ClassName.of(code.className()).simpleName();
    }

    private static String parameter(Location.Http http) {
        return http.parameter() == null ? "" : "parameter " + http.parameter();
    }
}
