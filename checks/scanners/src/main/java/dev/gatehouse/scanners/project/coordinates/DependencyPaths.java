package dev.gatehouse.scanners.project.coordinates;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ways through a dependency graph whose nodes are package URLs. */
public final class DependencyPaths {
    /** More ways than this to one library tell nobody anything new. */
    public static final int MOST = 5;

    private DependencyPaths() {}

    /** The shortest ways, at most {@link #MOST} of them, from the roots to each node that they reach. */
    public static Map<String, List<List<String>>> from(
            Collection<String> roots, Map<String, ? extends Collection<String>> edges) {
        var paths = new LinkedHashMap<String, List<List<String>>>();
        var open = new ArrayDeque<List<String>>();
        roots.forEach(root -> open.add(List.of(root)));
        while (!open.isEmpty()) {
            var path = open.remove();
            var end = path.get(path.size() - 1);
            var known = paths.computeIfAbsent(end, purl -> new ArrayList<>());
            if (known.size() == MOST) {
                continue;
            }
            known.add(path);
            var next = edges.get(end);
            if (next != null) {
                next.stream()
                        .filter(purl -> !path.contains(purl))
                        .forEach(purl -> open.add(
                                Stream.concat(path.stream(), Stream.of(purl)).toList()));
            }
        }
        return paths;
    }

    /** The shortest ways of both. */
    public static List<List<String>> merged(List<List<String>> some, List<List<String>> others) {
        return Stream.concat(some.stream(), others.stream())
                .distinct()
                .sorted(Comparator.comparingInt(List::size))
                .limit(MOST)
                .toList();
    }
}
