package dev.gatehouse.client;

import dev.gatehouse.client.NotBelieved.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The gate of one app. Call {@link #refresh} in the background now and then, and {@link #decide} at start-up: that never
 * waits for the network. Not on Android's main thread: {@code refresh} blocks.
 */
public final class VersionGate {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LARGEST = 1 << 20;

    private final URL address;
    private final String app;
    private final String platform;
    private final String channel;
    private final List<PublicKey> trusted;
    private final Storage storage;
    private final WhenUnknown whenUnknown;
    private final Clock clock;
    private @Nullable Policy policy;
    private Instant confirmed = Instant.EPOCH;

    /**
     * A gate with what was saved at an earlier start.
     *
     * @param edge such as {@code https://edge.example}
     * @param keysPem public keys of the publisher, built into the app
     * @param whenUnknown what to do when nothing that may be believed says anything
     */
    public VersionGate(
            URL edge,
            String app,
            String platform,
            String channel,
            String keysPem,
            Storage storage,
            WhenUnknown whenUnknown,
            Clock clock)
            throws IOException {
        String root = edge.toString().replaceAll("/+$", "");
        this.address = new URL(root + "/v1/apps/" + app + "/" + platform + "/policy?channel=" + channel);
        this.app = app;
        this.platform = platform;
        this.channel = channel;
        this.trusted = Envelope.keys(keysPem);
        this.storage = storage;
        this.whenUnknown = whenUnknown;
        this.clock = clock;
        restore();
    }

    /**
     * Fetches the document and keeps it when it is to be believed.
     *
     * @throws IOException when the edge cannot be reached, or answers with something else
     * @throws NotBelieved when what it sent must not be used; what was used before goes on
     */
    public synchronized void refresh() throws IOException, NotBelieved {
        byte[] envelope = fetch();
        Instant now = clock.instant();
        Policy fetched = read(envelope);
        if (!fetched.expires.isAfter(now) || fetched.issued.isAfter(now.plus(Policy.skew()))) {
            throw new NotBelieved(Reason.EXPIRED, "expired at " + fetched.expires + ", issued at " + fetched.issued);
        }
        Policy before = policy;
        if (before != null
                && (fetched.counter < before.counter
                        || (fetched.counter == before.counter && fetched.issued.isBefore(before.issued)))) {
            throw new NotBelieved(
                    Reason.OLDER, "counter " + fetched.counter + " comes after counter " + before.counter);
        }
        policy = fetched;
        confirmed = now;
        save(envelope);
    }

    /** What holds for a version of this app, by the last good document. */
    public synchronized Answer decide(String version, Locale locale) {
        // a clock that was set back does not make an old document young
        Instant now = clock.instant().isBefore(confirmed) ? confirmed : clock.instant();
        Policy known = policy;
        if (known == null || !now.isBefore(known.usableUntil(confirmed))) {
            return new Answer(null, whenUnknown == WhenUnknown.FAIL_OPEN, false, null, "");
        }
        Status status = known.status(Version.parse(version), now);
        return new Answer(status, status.mayRun(), !known.expires.isAfter(now), known.store, known.message(locale));
    }

    private Policy read(byte[] envelope) throws NotBelieved {
        Policy read = Policy.read(Envelope.open(envelope, trusted));
        if (!read.app.equals(app) || !read.platform.equals(platform) || !read.channel.equals(channel)) {
            throw new NotBelieved(Reason.OTHER_APP, "signed for " + read.app + "/" + read.platform);
        }
        return read;
    }

    private byte[] fetch() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json");
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("the edge answers " + connection.getResponseCode());
            }
            try (InputStream in = connection.getInputStream()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                byte[] buffer = new byte[8192];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                    if (out.size() > LARGEST) {
                        throw new IOException("the edge sends more than 1 MiB");
                    }
                }
                return out.toByteArray();
            }
        } finally {
            connection.disconnect();
        }
    }

    /** One line with the time of the last confirmation, then the envelope. */
    private void save(byte[] envelope) throws IOException {
        byte[] line = (confirmed + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(line, line.length + envelope.length);
        System.arraycopy(envelope, 0, all, line.length, envelope.length);
        storage.save(all);
    }

    /** What was saved is checked as if it came from the network: anybody could have written the file. */
    private void restore() throws IOException {
        byte[] saved = storage.load();
        int end = 0;
        while (saved != null && end < saved.length && saved[end] != '\n') {
            end++;
        }
        if (saved == null || end >= saved.length) {
            return;
        }
        try {
            Instant time = Instant.parse(new String(saved, 0, end, StandardCharsets.US_ASCII));
            policy = read(Arrays.copyOfRange(saved, end + 1, saved.length));
            // the file's own word on when counts only as far as the document can bear it out
            confirmed = time.isAfter(policy.expires) ? policy.expires : time;
        } catch (NotBelieved | DateTimeException damaged) {
            policy = null;
        }
    }
}
