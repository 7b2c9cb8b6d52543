package dev.gatehouse.trackers.jira.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.trackers.http.Call;
import dev.gatehouse.trackers.jira.text.Adf;
import dev.gatehouse.trackers.jira.text.Document;
import dev.gatehouse.trackers.jira.text.Wiki;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** In what the two kinds of Jira differ. */
public sealed interface Edition {

    String label();

    /** Below which all of its calls are. */
    String root();

    /** A text as a field or comment takes it. */
    JsonNode text(Document document);

    /** The request for one page of a search; {@code page} is empty for the first. */
    Call search(String jql, List<String> fields, String page);

    /** Where the page after this one is; empty after the last. */
    Optional<String> nextPage(JsonNode answer, String page);

    /** How long after a change the search may not know it. */
    Duration searchLag();

    /** The key of a user object that names the user, also the parameter that looks one up. */
    String userKey();

    String userQuery();

    /** A reference to a user, for a field. */
    default ObjectNode user(String id) {
        return JsonNodeFactory.instance.objectNode().put(userKey(), id);
    }

    /** Jira Cloud, REST v3: rich texts are trees, searches have page tokens and no total, and lag behind. */
    record Cloud() implements Edition {
        private static final int PAGE = 100;

        @Override
        public String label() {
            return "cloud";
        }

        @Override
        public String root() {
            return "/rest/api/3";
        }

        @Override
        public JsonNode text(Document document) {
            return Adf.of(document);
        }

        @Override
        public Call search(String jql, List<String> fields, String page) {
            var body = JsonNodeFactory.instance.objectNode().put("jql", jql).put("maxResults", PAGE);
            var wanted = body.putArray("fields");
            fields.forEach(wanted::add);
            body.putArray("properties").add(Jira.PROPERTY);
            if (!page.isEmpty()) {
                body.put("nextPageToken", page);
            }
            return Call.post(root() + "/search/jql", Jsons.bytes(body)).asRepeatable();
        }

        @Override
        public Optional<String> nextPage(JsonNode answer, String page) {
            var token = answer.path("nextPageToken");
            return token.isTextual() && !answer.path("isLast").asBoolean(false)
                    ? Optional.of(token.asText())
                    : Optional.empty();
        }

        @Override
        public Duration searchLag() {
            return Duration.ofSeconds(60);
        }

        @Override
        public String userKey() {
            return "accountId";
        }

        @Override
        public String userQuery() {
            return "query";
        }
    }

    /** Jira Data Center and Server, REST v2: wiki notation, searches by offset, names for users. */
    record DataCenter() implements Edition {
        private static final int PAGE = 100;

        @Override
        public String label() {
            return "data-center";
        }

        @Override
        public String root() {
            return "/rest/api/2";
        }

        @Override
        public JsonNode text(Document document) {
            return JsonNodeFactory.instance.textNode(Wiki.of(document));
        }

        @Override
        public Call search(String jql, List<String> fields, String page) {
            var body = JsonNodeFactory.instance
                    .objectNode()
                    .put("jql", jql)
                    .put("maxResults", PAGE)
                    .put("startAt", page.isEmpty() ? 0 : Integer.parseInt(page));
            var wanted = body.putArray("fields");
            fields.forEach(wanted::add);
            body.putArray("properties").add(Jira.PROPERTY);
            return Call.post(root() + "/search", Jsons.bytes(body)).asRepeatable();
        }

        /** The server may give fewer than asked for, so what it gave counts. */
        @Override
        public Optional<String> nextPage(JsonNode answer, String page) {
            int given = answer.path("issues").size();
            int next = answer.path("startAt").asInt() + given;
            return given > 0 && next < answer.path("total").asInt()
                    ? Optional.of(Integer.toString(next))
                    : Optional.empty();
        }

        @Override
        public Duration searchLag() {
            return Duration.ofSeconds(10);
        }

        @Override
        public String userKey() {
            return "name";
        }

        @Override
        public String userQuery() {
            return "username";
        }
    }
}
