package dev.gatehouse.trackers.jira.text;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A part of a line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "span")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Span.Plain.class, name = "plain"),
    @JsonSubTypes.Type(value = Span.Strong.class, name = "strong"),
    @JsonSubTypes.Type(value = Span.Mono.class, name = "mono"),
    @JsonSubTypes.Type(value = Span.Link.class, name = "link")
})
public sealed interface Span {
    String text();

    record Plain(String text) implements Span {}

    record Strong(String text) implements Span {}

    record Mono(String text) implements Span {}

    /**
     * @param address shown as text only unless it begins with {@code https://} or {@code http://}
     */
    record Link(String text, String address) implements Span {
        private static final java.util.regex.Pattern SAFE =
                java.util.regex.Pattern.compile("https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?");

        /** Whether a browser may be sent there. */
        boolean isSafe() {
            return address.length() <= 2000 && SAFE.matcher(address).matches();
        }
    }
}
