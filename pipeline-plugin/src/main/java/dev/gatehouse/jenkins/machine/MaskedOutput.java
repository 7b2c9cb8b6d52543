package dev.gatehouse.jenkins.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Passes whole lines on, with stars in place of secrets: what a program, or a server that it asks, repeats of them does
 * not reach the log.
 */
final class MaskedOutput extends OutputStream {
    private static final int LONGEST_LINE = 1 << 16;

    private final OutputStream to;
    private final List<String> secrets;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    MaskedOutput(OutputStream to, Collection<String> secrets) {
        this.to = to;
        // a secret may hold another one
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    @Override
    public synchronized void write(int b) throws IOException {
        line.write(b);
        if (b == '\n' || line.size() >= LONGEST_LINE) {
            pass();
        }
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    /** Passes on what is left; the log behind it stays open. */
    @Override
    public synchronized void close() throws IOException {
        pass();
        to.flush();
    }

    private void pass() throws IOException {
        var text = line.toString(StandardCharsets.UTF_8);
        for (var secret : secrets) {
            text = text.replace(secret, "****");
        }
        to.write(text.getBytes(StandardCharsets.UTF_8));
        line.reset();
    }
}
