package dev.gatehouse.cli.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.engine.EngineHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where this installation and its data are.
 *
 * @param home folder with {@code bin}, {@code lib} and {@code engines}
 * @param data what is kept, by the XDG Base Directory Specification or {@code GATEHOUSE_DATA}
 * @param columns width of the terminal that messages go to; 0 when they go elsewhere
 */
record DataHome(Path home, Path data, int columns) {

    static DataHome of(Map<String, String> environment) {
        return new DataHome(
                Path.of(System.getProperty("gatehouse.home", ".")).toAbsolutePath(),
                data(environment).toAbsolutePath(),
                Integer.getInteger("gatehouse.columns", 0));
    }

    private static Path data(Map<String, String> environment) {
        var own = environment.get("GATEHOUSE_DATA");
        if (given(own)) {
            return Path.of(String.valueOf(own));
        }
        var base = environment.get("XDG_DATA_HOME");
        return given(base)
                ? Path.of(String.valueOf(base), "gatehouse")
                : Path.of(System.getProperty("user.home"), ".local", "share", "gatehouse");
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** The engines, run by the Java that runs this command. */
    EngineHome engines() {
        var engines = home.resolve("engines");
        if (!Files.isDirectory(engines)) {
            throw new BadInput("%s holds no engines: start the command through its bin/gatehouse".formatted(home));
        }
        return new EngineHome(engines, Path.of(System.getProperty("java.home"), "bin", "java"), data.resolve("work"));
    }
}
