package dev.gatehouse.policy.train;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Nearest;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.git.TagPattern;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code release}: one train, and how the tags of each product are called.
 *
 * @param tags of a repository with one product
 * @param products tag patterns by product, of a repository with several
 */
public record ReleaseSettings(ReleaseTrain train, TagPattern tags, Map<String, TagPattern> products) {

    public ReleaseSettings {
        products = new TreeMap<>(products);
    }

    /**
     * Reads the section, which the organisation's floor can only make stricter; throws {@link BadInput} with a line for
     * every mistake in it.
     */
    public static ReleaseSettings read(GatehouseFile file, @Nullable GatehouseFile floor) {
        return find(file, floor)
                .orElseThrow(() -> new BadInput(
                        "%s: has no section 'release'; docs/release-calendar.md shows one".formatted(file.name())));
    }

    /** As {@link #read}; empty when neither the file nor the floor has the section. */
    public static Optional<ReleaseSettings> find(GatehouseFile file, @Nullable GatehouseFile floor) {
        boolean wanted = file.section("release").isPresent()
                || (floor != null && floor.section("release").isPresent());
        return wanted ? Optional.of(new SettingsReader(file, floor).read()) : Optional.empty();
    }

    /** The train and tags of a product, or of the repository when it has only one and {@code name} is null. */
    public Product product(@Nullable String name) {
        if (name == null && products.isEmpty()) {
            return new Product(train, tags);
        }
        var known = String.join(", ", products.keySet());
        if (name == null) {
            throw new BadInput("there are several products, %s: name one with --product".formatted(known));
        }
        var pattern = products.get(name);
        if (pattern == null) {
            throw new BadInput("no product '%s' is declared under release.products; %s"
                    .formatted(VisibleText.brief(name), meant(name, known)));
        }
        return new Product(train.named(name), pattern);
    }

    private String meant(String name, String known) {
        return Nearest.of(name, products.keySet())
                .map("did you mean '%s'?"::formatted)
                .orElse(known.isEmpty() ? "there are none, so leave out --product" : "known are " + known);
    }

    /** One product of a repository. */
    public record Product(ReleaseTrain train, TagPattern tags) {}
}
