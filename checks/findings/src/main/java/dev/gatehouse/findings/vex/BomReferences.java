package dev.gatehouse.findings.vex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.purl.PackageUrl;
import java.util.HashMap;
import java.util.Map;

/** What the references of one CycloneDX file mean: a component of the file, a BOM-Link, or a package URL itself. */
final class BomReferences {
    private static final String AMBIGUOUS = "";

    private final Map<String, String> purls = new HashMap<>();

    BomReferences(JsonNode root) {
        add(root.path("metadata").path("component"));
        root.path("components").forEach(this::add);
    }

    private void add(JsonNode component) {
        var ref = component.path("bom-ref").asText();
        var purl = component.path("purl").asText();
        if (!ref.isEmpty() && !purl.isEmpty()) {
            purls.merge(ref, purl, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
        }
        component.path("components").forEach(this::add);
    }

    /** The package that {@code ref} stands for; of a BOM-Link ({@code urn:cdx:…#REF}) the part behind the hash. */
    PackageUrl purl(String ref) {
        int hash = ref.indexOf('#');
        var target = ref.startsWith("urn:cdx:") && hash > 0 ? ref.substring(hash + 1) : ref;
        var named = purls.get(target);
        if (AMBIGUOUS.equals(named)) {
            throw new BadInput("'%s' is the reference of two different components".formatted(target));
        }
        if (named == null && !target.startsWith("pkg:")) {
            throw new BadInput("'%s' is no component with a package URL in this file".formatted(target));
        }
        var purl = PackageUrl.of(named == null ? target : named);
        if (named != null && target.startsWith("pkg:") && !PackageUrl.of(target).equals(purl)) {
            throw new BadInput("'%s' is the reference of another package, %s".formatted(target, purl.withVersion()));
        }
        return purl;
    }
}
