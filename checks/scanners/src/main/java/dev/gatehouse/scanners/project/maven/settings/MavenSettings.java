package dev.gatehouse.scanners.project.maven.settings;

import dev.gatehouse.findings.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.settings.Settings;

/**
 * How Maven projects are resolved.
 *
 * @param localRepository usually {@code ~/.m2/repository}; looked at first
 * @param offline when true nothing is fetched and what the local repository lacks becomes a problem
 * @param call what Maven would be given besides its command line
 * @param settings user's and installation's settings in one, passwords decrypted
 * @param digest SHA-256 of all that the settings were read from
 * @param problems what could not be read of them
 */
public record MavenSettings(
        Path localRepository,
        boolean offline,
        MavenCall call,
        Settings settings,
        String digest,
        List<Problem> problems) {
    public MavenSettings {
        problems = List.copyOf(problems);
    }

    /** A local repository and nothing else. */
    public static MavenSettings of(Path localRepository, boolean offline) {
        return new MavenSettings(localRepository, offline, MavenCall.NONE, new Settings(), "", List.of());
    }

    /** The JVM's properties and the environment as {@code env.NAME}, under which poms and settings know them. */
    public static Properties systemProperties() {
        return systemProperties(System.getenv());
    }

    static Properties systemProperties(Map<String, String> environment) {
        var properties = new Properties();
        System.getProperties().forEach(properties::put);
        environment.forEach((name, value) -> properties.setProperty("env." + name, value));
        return properties;
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return "Maven settings for " + localRepository;
    }
}
