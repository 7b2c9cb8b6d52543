package dev.gatehouse.scanners.project.bom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What discovery needs of a CycloneDX file; filled while it is read, within limits. */
public final class BomContent {
    private static final int MOST_COMPONENTS = 200_000;
    private static final int MOST_EDGES = 2_000_000;

    private final Map<String, String> purls = new LinkedHashMap<>();
    private final Map<String, List<String>> dependsOn = new LinkedHashMap<>();
    private @Nullable String root;
    private @Nullable String name;
    private int withoutPurl;
    private int edges;

    void component(@Nullable String ref, @Nullable String purl) throws IOException {
        if (purl == null || purl.isBlank()) {
            withoutPurl++;
        } else if (purls.size() >= MOST_COMPONENTS) {
            throw new IOException("it has more than %,d components".formatted(MOST_COMPONENTS));
        } else {
            purls.put(ref == null ? purl : ref, purl);
        }
    }

    void root(@Nullable String ref, @Nullable String title) {
        root = ref;
        name = title;
    }

    void edge(@Nullable String from, String to) throws IOException {
        if (++edges > MOST_EDGES) {
            throw new IOException("it has more than %,d dependencies".formatted(MOST_EDGES));
        }
        if (from != null) {
            dependsOn.computeIfAbsent(from, ref -> new ArrayList<>()).add(to);
        }
    }

    /** Package URLs by the reference that the file gives them. */
    public Map<String, String> purls() {
        return purls;
    }

    /** References by the reference that asks for them. */
    public Map<String, List<String>> dependsOn() {
        return dependsOn;
    }

    /** The reference of what the file is about. */
    public Optional<String> root() {
        return Optional.ofNullable(root);
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public int withoutPurl() {
        return withoutPurl;
    }
}
