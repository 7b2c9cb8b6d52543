package dev.gatehouse.server.control.room;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.control.vault.JsonDocument;
import dev.gatehouse.server.control.vault.Vault;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a build says of a candidate besides its scan: whether its Jira issues are done, its tests, its size. People read it
 * when they decide; the desk does not, since nothing proves it.
 */
public final class BuildChecks {
    private static final String PREFIX = "checks-";
    private static final int MOST = 20;

    private final Vault vault;

    /**
     * One of them.
     *
     * @param name such as {@code jira}; a later one of the same name takes its place
     * @param kept whether it is as it should be
     * @param reason a sentence
     * @param link where to read more; empty for nowhere
     * @param by who told
     * @param at milliseconds since 1970, UTC
     */
    public record Check(String name, boolean kept, String reason, String link, String by, long at) {
        /** Refuses a link that would do something else than lead to a page. */
        public Check {
            if (!link.isEmpty() && !isPage(link)) {
                throw new BadInput("'link' is an address such as https://jira.example/browse/SHOP-1");
            }
        }

        private static boolean isPage(String link) {
            try {
                var address = URI.create(link);
                return Set.of("https", "http").contains(String.valueOf(address.getScheme()))
                        && address.getHost() != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    public BuildChecks(Vault vault) {
        this.vault = vault;
    }

    /** @param digest of the candidate, so that a new proposal of the version begins without any */
    public void add(String digest, Check check) {
        document(digest).change(before -> {
            var after = new TreeMap<>(before);
            after.put(check.name(), check);
            if (after.size() > MOST) {
                throw new BadInput("a candidate has %d checks at most".formatted(MOST));
            }
            return after;
        });
    }

    /** By name. */
    public List<Check> of(String digest) {
        return List.copyOf(new TreeMap<>(document(digest).read()).values());
    }

    private JsonDocument<Map<String, Check>> document(String digest) {
        return new JsonDocument<>(vault, PREFIX + digest, new TypeReference<Map<String, Check>>() {}, Map.of());
    }
}
