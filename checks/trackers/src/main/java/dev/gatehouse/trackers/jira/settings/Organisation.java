package dev.gatehouse.trackers.jira.settings;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.config.TrackersSection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation says, which the author of a change cannot edit: where Jira is, since a token goes there, and the
 * least that a release has to keep to.
 *
 * @param site none when nobody has said it; then nothing is sent anywhere
 * @param floor {@code trackers.jira} of the organisation's file; none when it has no such part
 */
public record Organisation(@Nullable URI site, @Nullable YamlMap floor) {
    /** Holds the address of Jira. */
    public static final String VARIABLE = "GATEHOUSE_JIRA_SITE";

    private static final List<String> FLOOR_KEYS = List.of("site", "release");

    /**
     * The site is that of the option, else of the environment, else of the organisation's file.
     *
     * @param asked what was given on the command line
     */
    public static Organisation of(
            @Nullable String asked, Map<String, String> environment, @Nullable GatehouseFile file) {
        var floor = file == null ? null : floor(file);
        var variable = environment.getOrDefault(VARIABLE, "");
        if (asked != null) {
            return new Organisation(address("--site", asked), floor);
        }
        if (!variable.isBlank()) {
            return new Organisation(address(VARIABLE, variable), floor);
        }
        var site = floor == null
                ? null
                : floor.get("site")
                        .map(value -> value.as(text -> address("site", text)))
                        .orElse(null);
        return new Organisation(site, floor);
    }

    /** An organisation that says only where Jira is. */
    public static Organisation at(URI site) {
        return new Organisation(site, null);
    }

    private static @Nullable YamlMap floor(GatehouseFile file) {
        var mistakes = file.mistakes();
        var floor = TrackersSection.read(file, mistakes).jira();
        if (floor != null) {
            mistakes.addAll(floor.strangers(FLOOR_KEYS));
        }
        mistakes.throwIfAny();
        return floor;
    }

    /** Where Jira is; the repository's own word counts only when it is the same. */
    URI site(YamlMap section) {
        var own = section.get("site");
        if (site == null) {
            throw own.map(value ->
                            value.wrong(("whoever can change this file could have the token sent elsewhere: say in %s,"
                                            + " --site or the organisation's file that Jira is there")
                                    .formatted(VARIABLE)))
                    .orElseGet(() ->
                            section.wrong("it is not known where Jira is: set %s, or give --site".formatted(VARIABLE)));
        }
        own.map(value -> value.as(text -> address("site", text)))
                .filter(stated -> !stated.equals(site))
                .ifPresent(other -> {
                    throw own.orElseThrow()
                            .wrong("%s is not where the organisation's Jira is (%s)".formatted(other, site));
                });
        return site;
    }

    private static URI address(String where, String text) {
        try {
            var uri = new URI(text.strip().replaceFirst("/+$", ""));
            boolean loopback = List.of("localhost", "127.0.0.1").contains(String.valueOf(uri.getHost()));
            boolean plain = Optional.ofNullable(uri.getHost()).isPresent()
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            if (!plain) {
                throw new BadInput(
                        "%s: write the address of Jira as https://example.atlassian.net, without a user or a query"
                                .formatted(where));
            }
            if (!"https".equals(uri.getScheme()) && !(loopback && "http".equals(uri.getScheme()))) {
                throw new BadInput("%s: the address must begin with https://, or the token could be read on its way"
                        .formatted(where));
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new BadInput(
                    "%s: '%s' is no address; write it as https://example.atlassian.net"
                            .formatted(where, VisibleText.brief(text)),
                    e);
        }
    }
}
