package dev.gatehouse.policy.edge.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request's target taken apart.
 *
 * @param path as sent, from the first slash to the question mark
 * @param query as sent, behind the question mark; empty when there is none
 */
public record Target(String path, String query) {

    public static Target of(String sent) {
        int question = sent.indexOf('?');
        return question < 0
                ? new Target(sent, "")
                : new Target(sent.substring(0, question), sent.substring(question + 1));
    }

    /** The path's parts between slashes, decoded; empty when one of them cannot be decoded. */
    public Optional<List<String>> segments() {
        var parts = new ArrayList<String>();
        for (var part : path.substring(Math.min(1, path.length())).split("/", -1)) {
            var decoded = decode(part);
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            parts.add(decoded.get());
        }
        return Optional.of(parts);
    }

    /** The first value of a parameter, decoded; a plus sign stays one, since versions have it. */
    public Optional<String> parameter(String name) {
        for (var pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals == name.length() && pair.startsWith(name)) {
                return decode(pair.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    /** Takes percent encoding away; empty for half an escape and for what is no UTF-8. */
    static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        var bytes = ByteBuffer.allocate(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = i + 2 <= text.length() - 1 ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low < 0) {
                return Optional.empty();
            }
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
