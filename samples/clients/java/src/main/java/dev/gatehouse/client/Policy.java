package dev.gatehouse.client;

import dev.gatehouse.client.NotBelieved.Reason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the signed document says. */
final class Policy {
    final String app;
    final String platform;
    final String channel;
    final long counter;
    final Instant issued;
    final Instant expires;
    private final Period offlineGrace;
    private final @Nullable Version minimum;
    private final @Nullable Version nextMinimum;
    private final @Nullable Instant nextAt;
    private final @Nullable Version recommended;
    private final @Nullable Version latest;
    private final List<Version> supported;
    private final List<Version> blocked;
    final @Nullable String store;
    private final Map<String, String> messages = new LinkedHashMap<>();

    private Policy(Map<?, ?> json) {
        app = text(json, "app");
        platform = text(json, "platform");
        channel = text(json, "channel");
        counter = (Long) Json.required(json, "counter");
        issued = Instant.parse(text(json, "issued"));
        expires = Instant.parse(text(json, "expires"));
        offlineGrace = json.containsKey("offlineGrace") ? Period.parse(text(json, "offlineGrace")) : Period.ZERO;
        minimum = version(json, "minimum");
        recommended = version(json, "recommended");
        latest = version(json, "latest");
        supported = versions(json, "supported");
        blocked = versions(json, "blocked");
        store = json.containsKey("store") ? text(json, "store") : null;
        Map<?, ?> next = (Map<?, ?>) json.get("nextMinimum");
        nextMinimum = next == null ? null : version(next, "version");
        nextAt = next == null ? null : Instant.parse(text(next, "at"));
        Map<?, ?> said = (Map<?, ?>) json.get("messages");
        if (said != null) {
            for (Map.Entry<?, ?> message : said.entrySet()) {
                messages.put((String) message.getKey(), (String) message.getValue());
            }
        }
    }

    static Policy read(String payload) throws NotBelieved {
        try {
            Map<?, ?> json = Json.object(payload);
            if (!text(json, "schemaVersion").startsWith("1.")) {
                throw new NotBelieved(Reason.UNREADABLE, "a document of a newer shape");
            }
            return new Policy(json);
        } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
            throw new NotBelieved(Reason.UNREADABLE, "signed, but no client version policy");
        }
    }

    /** Until when it decides, when it was last confirmed at {@code confirmed} and cannot be renewed. */
    Instant usableUntil(Instant confirmed) {
        Instant offline = confirmed.atOffset(ZoneOffset.UTC).plus(offlineGrace).toInstant();
        return offline.isAfter(expires) ? offline : expires;
    }

    Status status(Version version, Instant now) {
        for (Version named : blocked) {
            if (named.covers(version)) {
                return Status.BLOCKED;
            }
        }
        Version least = minimum(now);
        if (least != null && version.compare(least) < 0) {
            return Status.UPDATE_REQUIRED;
        }
        if (isAtLeast(version, latest) || isAtLeast(version, recommended)) {
            return Status.CURRENT;
        }
        boolean ending =
                nextMinimum != null && nextAt != null && nextAt.isAfter(now) && version.compare(nextMinimum) < 0;
        return ending || !isInWindow(version) ? Status.UPDATE_RECOMMENDED : Status.SUPPORTED;
    }

    /** For the user, in that language, else in English, else in any; empty when there is none. */
    String message(Locale locale) {
        for (String tag : new String[] {locale.toLanguageTag(), locale.getLanguage(), "en"}) {
            String message = messages.get(tag);
            if (message != null) {
                return message;
            }
        }
        return messages.isEmpty() ? "" : messages.values().iterator().next();
    }

    /** An announced minimum counts from its date on, without a new document. */
    private @Nullable Version minimum(Instant now) {
        if (nextMinimum != null && nextAt != null && !nextAt.isAfter(now)) {
            return minimum == null || nextMinimum.compare(minimum) > 0 ? nextMinimum : minimum;
        }
        return minimum;
    }

    private boolean isInWindow(Version version) {
        for (Version named : supported) {
            if (named.covers(version)) {
                return true;
            }
        }
        return supported.isEmpty();
    }

    private static boolean isAtLeast(Version version, @Nullable Version least) {
        return least != null && version.compare(least) >= 0;
    }

    private static String text(Map<?, ?> json, String name) {
        return (String) Json.required(json, name);
    }

    private static @Nullable Version version(Map<?, ?> json, String name) {
        return json.containsKey(name) ? Version.parse(text(json, name)) : null;
    }

    private static List<Version> versions(Map<?, ?> json, String name) {
        List<Version> versions = new ArrayList<>();
        if (json.containsKey(name)) {
            for (Object text : (List<?>) json.get(name)) {
                versions.add(Version.parse((String) text));
            }
        }
        return versions;
    }

    /** How far clocks may differ. */
    static Duration skew() {
        return Duration.ofMinutes(5);
    }
}
