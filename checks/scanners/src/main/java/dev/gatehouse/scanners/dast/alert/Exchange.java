package dev.gatehouse.scanners.dast.alert;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request and its answer, short enough for a report and without secrets.
 *
 * @param request as it was sent
 * @param response head, and the body around what the alert points at
 */
record Exchange(String request, String response) {
    private static final int LONGEST = 1500;
    private static final int BEFORE = 300;

    static Exchange of(JsonNode message, String evidence, Secrets secrets) {
        var request = message.path("requestHeader").asText("").strip()
                + body(message.path("requestBody").asText(""), 0, LONGEST);
        var answer = message.path("responseBody").asText("");
        int at = evidence.isEmpty() ? 0 : Math.max(0, answer.indexOf(evidence) - BEFORE);
        var response = message.path("responseHeader").asText("").strip() + body(answer, at, LONGEST);
        return new Exchange(secrets.mask(plain(request)), secrets.mask(plain(response)));
    }

    private static String body(String text, int from, int length) {
        if (text.isBlank()) {
            return "";
        }
        int to = Math.min(text.length(), from + length);
        return "\n\n" + (from > 0 ? "[…] " : "") + text.substring(from, to) + (to < text.length() ? " […]" : "");
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n");
    }
}
