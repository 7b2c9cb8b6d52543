package dev.gatehouse.policy.support;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import java.net.URI;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code versions} of {@code .gatehouse.yml}.
 *
 * @param size of the window, 1 to 3
 * @param grace how long a version may run after it has left the window
 * @param expiresAfter how long a signed document is valid
 * @param offlineGrace how long a client may run without a fresh document
 * @param messages for the user of an app, by locale
 * @param tracks every declared app, platform and channel, with the store's page if there is one
 * @param place where apps are declared, for messages: file, line and column
 */
public record SupportPolicy(
        int size,
        Period grace,
        Period expiresAfter,
        Period offlineGrace,
        Map<String, String> messages,
        Map<Track, Optional<URI>> tracks,
        String place) {

    /** The house never supports more; a policy can only go below. */
    public static final int MOST = 3;

    private static final int MOST_DAYS = 366;

    public SupportPolicy {
        messages = Map.copyOf(messages);
        tracks = Map.copyOf(tracks);
    }

    /** Reads the section; {@code floor} is the organisation's, whose numbers cannot be loosened. */
    public static SupportPolicy read(YamlMap file, @Nullable YamlMap floor) {
        var section = section(file);
        int most = floor == null ? MOST : size(section(floor), MOST, "the house never supports more than");
        return new SupportPolicy(
                size(section, most, "the organisation's floor allows at most"),
                days(section, "graceDays", 30),
                days(section, "expiresAfterDays", 7),
                days(section, "offlineGraceDays", 14),
                messages(section),
                tracks(section),
                section.get("apps")
                        .or(() -> file.get("versions"))
                        .map(YamlValue::where)
                        .orElseGet(file::where));
    }

    /** The store's page of a track; throws {@link BadInput} for a track that the file does not declare. */
    public Optional<URI> store(Track track) {
        var store = tracks.get(track);
        if (store == null) {
            throw new BadInput("%s: %s is not declared under versions.apps; declared are: %s"
                    .formatted(
                            place,
                            track,
                            tracks.isEmpty()
                                    ? "none"
                                    : String.join(
                                            ", ",
                                            tracks.keySet().stream()
                                                    .map(Track::toString)
                                                    .sorted()
                                                    .toList())));
        }
        return store;
    }

    private static YamlMap section(YamlMap file) {
        var section = file.get("versions").map(YamlValue::map).orElseGet(() -> YamlFile.parse("versions", ""));
        return section.only("supported", "graceDays", "expiresAfterDays", "offlineGraceDays", "messages", "apps");
    }

    private static int size(YamlMap section, int most, String why) {
        return section.get("supported")
                .map(value -> {
                    int size = value.integer();
                    if (size < 1 || size > most) {
                        throw value.wrong("supported is %d, but %s %d; give 1 to %d".formatted(size, why, most, most));
                    }
                    return size;
                })
                .orElse(most);
    }

    private static Period days(YamlMap section, String key, int usual) {
        return section.get(key)
                .map(value -> {
                    int days = value.integer();
                    if (days < 0 || days > MOST_DAYS) {
                        throw value.wrong("%s is %d; give 0 to %d days".formatted(key, days, MOST_DAYS));
                    }
                    return Period.ofDays(days);
                })
                .orElse(Period.ofDays(usual));
    }

    private static Map<String, String> messages(YamlMap section) {
        var messages = new LinkedHashMap<String, String>();
        section.get("messages")
                .map(YamlValue::map)
                .ifPresent(map -> map.keys()
                        .forEach(locale ->
                                messages.put(locale, map.require(locale).text())));
        return messages;
    }

    private static Map<Track, Optional<URI>> tracks(YamlMap section) {
        var tracks = new LinkedHashMap<Track, Optional<URI>>();
        section.get("apps")
                .map(YamlValue::map)
                .ifPresent(apps -> apps.keys().forEach(app -> {
                    var platforms = apps.require(app).map();
                    platforms.keys().forEach(platform -> {
                        var settings = platforms.require(platform).map().only("store", "channels");
                        var store = settings.get("store").map(SupportPolicy::store);
                        settings.require("channels")
                                .list()
                                .forEach(channel -> tracks.put(track(app, platform, channel), store));
                    });
                }));
        return tracks;
    }

    private static Track track(String app, String platform, YamlValue channel) {
        return channel.as(name -> new Track(app, platform, name));
    }

    private static URI store(YamlValue value) {
        return value.as(text -> {
            try {
                var uri = URI.create(text);
                if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                    return uri;
                }
            } catch (IllegalArgumentException e) {
                throw new BadInput("'store' is no address: write it as https://store.example/app", e);
            }
            throw new BadInput("'store' is no https address: write it as https://store.example/app");
        });
    }
}
