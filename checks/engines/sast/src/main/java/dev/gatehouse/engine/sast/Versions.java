package dev.gatehouse.engine.sast;

import java.io.IOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of the engines that this build was made with. */
record Versions(String spotbugs, String findsecbugs) {

    static Versions load() throws IOException {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            properties.load(in);
        }
        return new Versions(
                Objects.requireNonNull(properties.getProperty("spotbugs")),
                Objects.requireNonNull(properties.getProperty("findsecbugs")));
    }

    String text() {
        return "SpotBugs %s with FindSecBugs %s".formatted(spotbugs, findsecbugs);
    }
}
