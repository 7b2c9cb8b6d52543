package dev.gatehouse.engine.zap.rules;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.httpclient.URIException;
import org.parosproxy.paros.network.HttpMessage;

/** A response, as the rules look at it. */
record Answer(HttpMessage message) {

    int status() {
        return message.getResponseHeader().getStatusCode();
    }

    String body() {
        return message.getResponseBody().toString();
    }

    /** Value of a header; empty when it is not there. */
    String header(String name) {
        return Objects.requireNonNullElse(message.getResponseHeader().getHeader(name), "");
    }

    List<String> headers(String name) {
        return message.getResponseHeader().getHeaderValues(name);
    }

    boolean isHtml() {
        return header("Content-Type").toLowerCase(Locale.ROOT).contains("html");
    }

    boolean isFine() {
        return status() >= 200 && status() < 300;
    }

    /** Path of the request, decoded. */
    String path() {
        try {
            return Objects.requireNonNullElse(
                    message.getRequestHeader().getURI().getPath(), "/");
        } catch (URIException e) {
            return "/";
        }
    }

    /** The first text that {@code pattern} matches. */
    Optional<String> first(Pattern pattern) {
        var matcher = pattern.matcher(body());
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
