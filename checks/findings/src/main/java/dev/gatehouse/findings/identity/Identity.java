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
    /** From top to bottom of the code; the last step only tells apart what shows the same place. */
    public static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> place(finding))
            .thenComparing(Identity::unit)
            .thenComparingInt(Identity::line)
            .thenComparing(finding -> finding.withId("").toString());

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
        for (var finding : findings.stream().sorted(ORDER).toList()) {
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

    /** Without a context the class has to do, or all findings of a rule about whole classes would be one. */
    private static String context(Location.Code code) {
        return code.context().isEmpty() ? "class " + place(code) : code.context();
    }

    /** Another fingerprint for a finding whose own is taken. */
    public static String unlike(String id, int attempt) {
        return Fingerprint.of(List.of("unlike", id, Integer.toString(attempt)));
    }

    private static String unit(Finding finding) {
        return finding.location() instanceof Location.Code code
                ? code.className() + '\n' + code.module()
                : finding.location().display();
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

    private static int line(Finding finding) {
        return finding.location() instanceof Location.Code code ? code.startLine() : 0;
    }

    private static String parameter(Location.Http http) {
        return http.parameter() == null ? "" : "parameter " + http.parameter();
    }
}
