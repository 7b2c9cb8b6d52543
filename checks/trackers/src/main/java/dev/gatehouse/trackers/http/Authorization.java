package dev.gatehouse.trackers.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Who asks, as the header {@code Authorization} says it. */
public sealed interface Authorization {

    /** The header's value. */
    String header();

    /** Every text that must not be seen in a message. */
    List<String> secrets();

    /** {@code Basic} (RFC 7617): Jira Cloud with an e-mail address and an API token. */
    record Basic(String user, Secret token) implements Authorization {
        @Override
        public String header() {
            return "Basic " + encoded();
        }

        @Override
        public List<String> secrets() {
            return List.of(token.reveal(), encoded());
        }

        private String encoded() {
            return Base64.getEncoder().encodeToString((user + ":" + token.reveal()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** {@code Bearer} (RFC 6750): a personal access token, an OAuth 2.0 token, a GitHub token. */
    record Bearer(Secret token) implements Authorization {
        @Override
        public String header() {
            return "Bearer " + token.reveal();
        }

        @Override
        public List<String> secrets() {
            return List.of(token.reveal());
        }
    }

    /** Nobody in particular. */
    record None() implements Authorization {
        @Override
        public String header() {
            return "";
        }

        @Override
        public List<String> secrets() {
            return List.of();
        }
    }
}
