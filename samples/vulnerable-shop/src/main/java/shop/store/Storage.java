package shop.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The shop's files in a temporary folder of its own, so that a traversal has something harmless to find. */
public final class Storage {
    private final Path root;

    private Storage(Path root) {
        this.root = root;
    }

    public static Storage create() throws IOException {
        var storage = new Storage(Files.createTempDirectory("vulnerable-shop-"));
        for (var folder : new String[] {"pictures", "manuals", "uploads", "files", "server"}) {
            Files.createDirectory(storage.root.resolve(folder));
        }
        storage.write("secret.txt", "the recipe of the secret blend\n");
        storage.write("pictures/cup.svg", picture("#c46"));
        storage.write("pictures/teapot.svg", picture("#4a7"));
        storage.write("manuals/teapot.txt", "Fill with hot water. Wait four minutes.\n");
        storage.write("manuals/cup.txt", "Hold by the handle.\n");
        storage.write("files/opening-hours.txt", "Always, on loopback.\n");
        storage.write("files/shop.properties.bak", "mail.password=not-a-real-one\n");
        return storage;
    }

    private static String picture(String colour) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60"><rect x="20" y="15" width="35" height="35" \
                rx="8" fill="%s"/><circle cx="60" cy="30" r="9" fill="none" stroke="%s" stroke-width="4"/></svg>
                """.formatted(colour, colour);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(root.resolve(name), content);
    }

    public Path root() {
        return root;
    }

    public Path pictures() {
        return root.resolve("pictures");
    }

    public Path manuals() {
        return root.resolve("manuals");
    }

    public Path uploads() {
        return root.resolve("uploads");
    }

    public Path files() {
        return root.resolve("files");
    }

    public Path serverFolder() {
        return root.resolve("server");
    }

    public void remove() {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + root + " could not be removed", e);
        }
    }
}
