package dev.gatehouse.scanners.project.maven.settings;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Finds and reads Maven's settings in the order that Maven does: user's before installation's. */
public final class SettingsFiles {
    private static final String LOCAL_REPOSITORY = "maven.repo.local";

    private final Map<String, String> environment;
    private final Path userHome;

    public SettingsFiles(Map<String, String> environment, Path userHome) {
        this.environment = Map.copyOf(environment);
        this.userHome = userHome;
    }

    /**
     * Settings for a project.
     *
     * @param directory of the project
     * @param offline when true they are offline whatever they say themselves
     */
    public MavenSettings read(Path directory, boolean offline) {
        var problems = new ArrayList<Problem>();
        var call = call(directory.toAbsolutePath().normalize(), problems);
        var user = call.path("s").orElse(userHome.resolve(".m2/settings.xml"));
        var global = call.path("gs").or(this::installed);
        var settings = decrypted(built(user, global, call, problems), problems);
        return new MavenSettings(
                localRepository(call, settings, directory, problems),
                offline || settings.isOffline() || call.offline(),
                call,
                settings,
                digest(Stream.concat(Stream.of(user), global.stream()).toList(), call),
                problems);
    }

    private MavenCall call(Path directory, List<Problem> problems) {
        try {
            return MavenCall.of(directory, environment);
        } catch (IOException | InvalidPathException e) {
            problems.add(problem(directory.resolve(".mvn"), "cannot be read, and was passed over"));
            return MavenCall.NONE;
        }
    }

    /** The settings of the installation that {@code mvn} is. */
    private Optional<Path> installed() {
        var named = Stream.of("MAVEN_HOME", "M2_HOME")
                .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                .filter(home -> !home.isBlank());
        var onPath = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .flatMap(mvn -> real(mvn).stream())
                .map(mvn -> mvn.getParent() + "/..");
        return Stream.concat(named, onPath)
                .map(home -> Path.of(home, "conf", "settings.xml").normalize())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> real(Path file) {
        try {
            return Optional.of(file.toRealPath());
        } catch (IOException e) {
            // a link to nowhere is no installation
            return Optional.empty();
        }
    }

    private Settings built(Path user, Optional<Path> global, MavenCall call, List<Problem> problems) {
        var request = new DefaultSettingsBuildingRequest();
        request.setSystemProperties(MavenSettings.systemProperties(environment));
        request.setUserProperties(call.userProperties());
        request.setUserSettingsFile(user.toFile());
        global.ifPresent(file -> request.setGlobalSettingsFile(file.toFile()));
        try {
            return new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveSettings();
        } catch (SettingsBuildingException e) {
            // the parser's own sentences quote the file, and there may be passwords in it
            for (var found : e.getProblems()) {
                if (found.getSeverity() != SettingsProblem.Severity.WARNING) {
                    problems.add(problem(
                            Path.of(found.getSource()),
                            found.getLineNumber() > 0
                                    ? "is no sound settings file: look at line %d, column %d"
                                            .formatted(found.getLineNumber(), found.getColumnNumber())
                                    : "is no sound settings file"));
                }
            }
            return new Settings();
        }
    }

    private Settings decrypted(Settings settings, List<Problem> problems) {
        var security = userHome.resolve(".m2/settings-security.xml").toString();
        var dispatcher = new DefaultSecDispatcher(new DefaultPlexusCipher(), Map.of(), security);
        var result = new DefaultSettingsDecrypter(dispatcher).decrypt(new DefaultSettingsDecryptionRequest(settings));
        if (!result.getProblems().isEmpty()) {
            problems.add(problem(Path.of(security), "does not decrypt every password of the Maven settings"));
        }
        settings.setServers(result.getServers());
        settings.setProxies(result.getProxies());
        return settings;
    }

    private Path localRepository(MavenCall call, Settings settings, Path directory, List<Problem> problems) {
        var usual = userHome.resolve(".m2/repository");
        var named = Optional.ofNullable(call.properties().get(LOCAL_REPOSITORY))
                .or(() -> Optional.ofNullable(settings.getLocalRepository()))
                .filter(path -> !path.isBlank());
        try {
            return named.map(path -> call.directory().resolve(path))
                    .orElse(usual)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            problems.add(problem(directory, "names a local Maven repository that is no path"));
            return usual;
        }
    }

    private static Problem problem(Path place, String sentence) {
        return new Problem(
                "unreadable-settings",
                VisibleText.exact(place.toString()),
                "%s %s.".formatted(VisibleText.exact(String.valueOf(place.getFileName())), sentence));
    }

    private static String digest(List<Path> files, MavenCall call) {
        var text = new StringBuilder(call.toString());
        for (var file : files) {
            try {
                text.append('\n').append(file).append('\n');
                text.append(Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
            } catch (IOException e) {
                // its problem is told by who reads it
                text.append("unreadable");
            }
        }
        return HexFormat.of().formatHex(sha256(text.toString()));
    }

    private static byte[] sha256(String text) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
