package dev.gatehouse.trackers.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How one tracker says no, and how it says not so fast. */
public interface Refusals {

    /** The tracker's own words in an error's body, on one line; empty when there are none. */
    String words(int status, HttpHeaders headers, JsonNode body);

    /** What is wrong, by field, where the tracker says so. */
    default Map<String, String> fields(JsonNode body) {
        return Map.of();
    }

    /** The limit that was hit, if this refusal is about one. */
    Optional<Limit> limit(int status, HttpHeaders headers, JsonNode body);

    /**
     * A limit.
     *
     * @param here true when it is about the one thing written to, false when about all requests
     * @param name for people
     * @param pause from now on, by the tracker's word or the usual one
     */
    record Limit(boolean here, String name, Duration pause) {}

    /** 429 with {@code Retry-After}, and no words: a tracker of which nothing more is known. */
    Refusals PLAIN = new Refusals() {
        @Override
        public String words(int status, HttpHeaders headers, JsonNode body) {
            return "";
        }

        @Override
        public Optional<Limit> limit(int status, HttpHeaders headers, JsonNode body) {
            return status == 429
                    ? Optional.of(new Limit(
                            false, "rate limit", RetryAfter.in(headers).orElse(Duration.ofSeconds(30))))
                    : Optional.empty();
        }
    };
}
