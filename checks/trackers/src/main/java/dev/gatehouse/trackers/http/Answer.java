package dev.gatehouse.trackers.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a tracker answered with a status from 200 to 299, or one that the call said it expects.
 *
 * @param json the body; a missing node when there is none
 */
public record Answer(int status, HttpHeaders headers, JsonNode json) {

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
