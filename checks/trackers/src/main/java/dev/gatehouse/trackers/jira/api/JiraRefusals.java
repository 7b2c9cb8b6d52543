package dev.gatehouse.trackers.jira.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.trackers.http.Refusals;
import dev.gatehouse.trackers.http.RetryAfter;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Jira's error bodies ({@code errorMessages} and {@code errors}) and its three kinds of 429. */
public final class JiraRefusals implements Refusals {

    @Override
    public String words(int status, HttpHeaders headers, JsonNode body) {
        var words = new ArrayList<String>();
        body.path("errorMessages").forEach(message -> words.add(message.asText()));
        body.path("errors")
                .properties()
                .forEach(error ->
                        words.add(error.getKey() + ": " + error.getValue().asText()));
        if (words.isEmpty() && body.path("message").isTextual()) {
            words.add(body.path("message").asText());
        }
        if (headers.firstValue("X-Seraph-LoginReason").orElse("").contains("AUTHENTICATION_DENIED")) {
            words.add("Jira asks this user to solve a CAPTCHA; log in once with a browser");
        }
        return String.join("; ", words);
    }

    @Override
    public Map<String, String> fields(JsonNode body) {
        var fields = new LinkedHashMap<String, String>();
        body.path("errors")
                .properties()
                .forEach(error -> fields.put(error.getKey(), error.getValue().asText()));
        return fields;
    }

    /**
     * What {@code RateLimit-Reason} says: too many writes to one issue concerns that issue alone; a burst is over in
     * seconds; a quota is over when its hour is.
     */
    @Override
    public Optional<Limit> limit(int status, HttpHeaders headers, JsonNode body) {
        if (status != 429) {
            return Optional.empty();
        }
        var reason = headers.firstValue("RateLimit-Reason").orElse("").toLowerCase(Locale.ROOT);
        var told = RetryAfter.in(headers).or(() -> RetryAfter.until(headers, "X-RateLimit-Reset"));
        if (reason.contains("per-issue")) {
            return Optional.of(
                    new Limit(true, "this issue is written to too often", told.orElse(Duration.ofSeconds(5))));
        }
        if (reason.contains("quota")) {
            return Optional.of(
                    new Limit(false, "the quota of this hour is used up", told.orElse(Duration.ofMinutes(15))));
        }
        if (reason.contains("burst")) {
            return Optional.of(new Limit(false, "too many requests at once", told.orElse(Duration.ofSeconds(5))));
        }
        return Optional.of(new Limit(false, "rate limit", told.orElse(Duration.ofSeconds(30))));
    }
}
