package dev.gatehouse.server.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The field Date (RFC 9110 §6.6.1), written once a second. Safe for use by several threads. */
public final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private volatile Written written = new Written(Long.MIN_VALUE, "", new byte[0]);

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Written(long second, String value, byte[] line) {}

    public HttpDate(InstantSource clock) {
        this.clock = clock;
    }

    public String value() {
        return now().value();
    }

    /** Name, value and line end; not to be changed. */
    public byte[] line() {
        return now().line();
    }

    private Written now() {
        long second = Math.floorDiv(clock.millis(), 1000L);
        var ready = written;
        if (ready.second() != second) {
            var value = FORMAT.format(Instant.ofEpochSecond(second));
            ready = new Written(second, value, ("date: " + value + "\r\n").getBytes(StandardCharsets.US_ASCII));
            written = ready;
        }
        return ready;
    }
}
