package dev.gatehouse.jenkins.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a distribution has more than once is carried once: {@code copies.txt} names, a line each, the files that are the
 * same as the one of their name in {@code lib}.
 *
 * @param home of an unpacked distribution
 */
record Copies(Path home) {
    private static final String LIST = "copies.txt";

    /** Puts them in their places; does nothing where nothing was left out. */
    void make() throws IOException {
        var list = home.resolve(LIST);
        if (!Files.exists(list)) {
            return;
        }
        for (var line : Files.readAllLines(list)) {
            if (!line.isBlank()) {
                make(line.strip());
            }
        }
        Files.delete(list);
    }

    private void make(String name) throws IOException {
        var copy = home.resolve(name).normalize();
        var parent = copy.getParent();
        if (!copy.startsWith(home) || parent == null) {
            throw new IOException("the distribution has a copy outside its folder: " + name);
        }
        Files.createDirectories(parent);
        Files.copy(home.resolve("lib").resolve(copy.getFileName()), copy);
    }
}
