package dev.gatehouse.trackers.github.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.trackers.http.Refusals;
import dev.gatehouse.trackers.http.RetryAfter;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * How GitHub says no. A limit comes as 403 or as 429: the primary one has {@code x-ratelimit-remaining: 0} and ends at
 * {@code x-ratelimit-reset}; the secondary one has {@code Retry-After}, or only words, and then a minute is the least to
 * wait. A 403 without any of these is about permissions.
 */
public final class GitHubRefusals implements Refusals {
    private static final Duration LEAST = Duration.ofMinutes(1);
    /** A time that is over already, by a clock that is wrong, must not make us ask without a pause. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Override
    public String words(int status, HttpHeaders headers, JsonNode body) {
        var words = new ArrayList<String>();
        words.add(body.path("message").asText(""));
        body.path("errors").forEach(error -> words.add(error(error)));
        if (status == 403 || status == 404) {
            headers.firstValue("X-Accepted-GitHub-Permissions")
                    .filter(needed -> !needed.isBlank())
                    .ifPresent(needed -> words.add("needs " + needed.replace('=', ':')));
            headers.firstValue("X-GitHub-SSO")
                    .ifPresent(sso -> words.add("the token is not authorized for the organization's single sign-on"));
        }
        words.removeIf(String::isBlank);
        return String.join("; ", words);
    }

    private static String error(JsonNode error) {
        if (error.isTextual()) {
            return error.asText();
        }
        var message = error.path("message").asText("");
        return message.isEmpty()
                ? (error.path("field").asText("") + " " + error.path("code").asText("")).strip()
                : message;
    }

    @Override
    public Optional<Limit> limit(int status, HttpHeaders headers, JsonNode body) {
        if (status != 403 && status != 429) {
            return Optional.empty();
        }
        var after = RetryAfter.in(headers);
        if (after.isPresent()) {
            return Optional.of(new Limit(false, "secondary rate limit", atLeastAPause(after.get())));
        }
        if (headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent()) {
            return Optional.of(new Limit(
                    false,
                    "rate limit"
                            + headers.firstValue("x-ratelimit-resource")
                                    .map(" of "::concat)
                                    .orElse(""),
                    atLeastAPause(RetryAfter.until(headers, "x-ratelimit-reset").orElse(LEAST))));
        }
        var message = body.path("message").asText("").toLowerCase(Locale.ROOT);
        boolean saysSo = message.contains("rate limit") || message.contains("abuse");
        return saysSo || status == 429
                ? Optional.of(new Limit(false, "secondary rate limit", LEAST))
                : Optional.empty();
    }

    private static Duration atLeastAPause(Duration asked) {
        return asked.compareTo(PAUSE) < 0 ? PAUSE : asked;
    }
}
