package dev.gatehouse.scanners.sca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.project.Project;
import dev.gatehouse.scanners.project.Project.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine as the build made it, and real libraries to look at. */
public final class RealEngine {
    private static final Path ENGINE =
            Path.of("../engines/sca/target/engine").toAbsolutePath().normalize();
    private static final Path SAMPLES = Path.of("target/sca-samples").toAbsolutePath();

    private RealEngine() {}

    /** An installation in a temporary folder; fails when the engine was not packaged. */
    public static EngineHome home(Path folder) throws IOException {
        assertThat(ENGINE)
                .as("the SCA engine, made by 'mvn package' in checks/engines/sca")
                .isDirectory();
        var engines = Files.createDirectories(folder.resolve("engines"));
        var link = engines.resolve("sca");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, ENGINE);
        }
        return new EngineHome(engines, Path.of(System.getProperty("java.home"), "bin", "java"), folder.resolve("work"));
    }

    public static Path jar(String name) {
        return SAMPLES.resolve(name);
    }

    public static Library library(String jar) {
        return library(jar(jar), jar, null);
    }

    public static Library component(String purl) {
        return library(null, purl, purl);
    }

    public static Library library(@Nullable Path file, String display, @Nullable String purl) {
        return new Library(file, display, purl, List.of("app"), true, List.of(), List.of());
    }

    public static Project project(Library... libraries) {
        return new Project(
                "test", "folder", Path.of("").toAbsolutePath(), List.of(), List.of(libraries), List.of(), List.of());
    }
}
