package dev.gatehouse.trackers.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of texts that came from outside, such as an answer that repeats the request's header. */
public final class Mask {
    /** Shorter texts would blot out ordinary words, and are no secrets. */
    private static final int SHORTEST = 6;

    private static final Pattern HEADER = Pattern.compile("(?i)\\b(basic|bearer|token)\\s+[A-Za-z0-9._~+/=-]{6,}");
    private static final Pattern IN_URL = Pattern.compile("(?i)(https?://)[^/@\\s]*@");

    private final List<String> texts;

    public Mask(Collection<String> secrets) {
        this.texts = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text with {@code ***} in place of every secret, every credential of a header and every one in a URL. */
    public String of(String text) {
        var masked = text;
        for (var secret : texts) {
            masked = masked.replace(secret, "***");
        }
        return IN_URL.matcher(HEADER.matcher(masked).replaceAll("$1 ***")).replaceAll("$1***@");
    }
}
