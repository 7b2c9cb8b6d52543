package dev.gatehouse.trackers.github.auth;

import com.fasterxml.jackson.databind.JsonNode;

/** Who we are as an author: a mark in somebody else's comment is no reason to change it. */
public sealed interface Self {

    /** Whether this issue comment is ours. */
    boolean wrote(JsonNode comment);

    /** A person, or an App as {@code SLUG[bot]}. */
    record Named(String login) implements Self {
        @Override
        public boolean wrote(JsonNode comment) {
            return comment.path("user").path("login").asText().equalsIgnoreCase(login);
        }
    }

    /** The token of an installation that somebody else made does not tell whose it is; but it is a bot's. */
    record AnyBot() implements Self {
        @Override
        public boolean wrote(JsonNode comment) {
            return comment.path("user").path("type").asText().equals("Bot");
        }
    }
}
