package dev.gatehouse.jenkins.real;

import java.nio.file.Files;
import java.nio.file.Path;

/** What whoever runs this says on the command line, or the build says. */
final class Given {
    private static final int OLDEST_JAVA = 21;

    private Given() {}

    static Path war() {
        return file("jenkins.war");
    }

    /** Folder of {@code .hpi} or {@code .jpi} files. */
    static Path plugins() {
        return file("jenkins.plugins.dir");
    }

    static Path hpi() {
        return file("gatehouse.hpi");
    }

    /** What belongs to the project. */
    static Path sample(String name) {
        return file("gatehouse.checkout").resolve("samples").resolve(name).normalize();
    }

    /** The Java that runs Jenkins: {@code -Djenkins.java=HOME}, else this one where it is new enough. */
    static Path java() {
        var home = System.getProperty("jenkins.java", "");
        if (home.isEmpty() && Runtime.version().feature() < OLDEST_JAVA) {
            throw new AssertionError(
                    "this Jenkins needs Java %d or newer: give -Djenkins.java=HOME_OF_A_JDK".formatted(OLDEST_JAVA));
        }
        var java = Path.of(home.isEmpty() ? System.getProperty("java.home") : home, "bin", "java");
        if (!Files.isExecutable(java)) {
            throw new AssertionError(java + " is no Java");
        }
        return java;
    }

    private static Path file(String property) {
        var value = System.getProperty(property, "");
        var file = Path.of(value).toAbsolutePath().normalize();
        if (value.isEmpty() || !Files.exists(file)) {
            throw new AssertionError("-D%s=%s: there is no such file or folder".formatted(property, value));
        }
        return file;
    }
}
