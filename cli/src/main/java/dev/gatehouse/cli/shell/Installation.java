package dev.gatehouse.cli.shell;

import dev.gatehouse.findings.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where this installation and its data are.
 *
 * @param home folder with {@code bin}, {@code lib} and {@code engines}
 * @param java executable that runs the engines: the one that runs this command
 * @param cache results that can be recomputed
 * @param data what is kept: vulnerability databases
 * @param columns width of the terminal that messages go to; 0 when they go elsewhere
 * @param terminal whether results go to a terminal
 */
public record Installation(Path home, Path java, Path cache, Path data, int columns, boolean terminal) {

    /**
     * Follows the XDG Base Directory Specification, by which relative paths are ignored; {@code GATEHOUSE_CACHE} and
     * {@code GATEHOUSE_DATA} override it.
     */
    public static Installation of(Map<String, String> environment) {
        var user = Path.of(System.getProperty("user.home"));
        return new Installation(
                Path.of(System.getProperty("gatehouse.home", ".")).toAbsolutePath(),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                folder(environment, "GATEHOUSE_CACHE", "XDG_CACHE_HOME", user.resolve(".cache")),
                folder(environment, "GATEHOUSE_DATA", "XDG_DATA_HOME", user.resolve(".local/share")),
                Integer.getInteger("gatehouse.columns", 0),
                Boolean.getBoolean("gatehouse.terminal"));
    }

    private static Path folder(Map<String, String> environment, String own, String base, Path fallback) {
        return Optional.ofNullable(environment.get(own))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .orElseGet(() -> Optional.ofNullable(environment.get(base))
                        .filter(path -> path.startsWith("/"))
                        .map(Path::of)
                        .orElse(fallback)
                        .resolve("gatehouse"))
                .toAbsolutePath();
    }

    /** The folder of engines; an incomplete installation is told before a scan starts. */
    public Path engines() {
        var engines = home.resolve("engines");
        if (!Files.isDirectory(engines)) {
            throw new BadInput("%s holds no engines: start the command through its bin/gatehouse".formatted(home));
        }
        return engines;
    }
}
