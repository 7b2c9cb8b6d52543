package dev.gatehouse.scanners;

import dev.gatehouse.scanners.engine.EngineHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The engines as this build packaged them, laid out as in an installation. */
public final class Built {
    private Built() {}

    public static EngineHome engines(Path folder) throws IOException {
        var engines = Path.of(System.getProperty("gatehouse.engines", "../engines"))
                .toAbsolutePath()
                .normalize();
        var installed = Files.createDirectories(folder.resolve("engines"));
        for (var engine : new String[] {"sast", "sca", "zap"}) {
            var built = engines.resolve(engine).resolve("target/engine");
            if (Files.isDirectory(built) && !Files.exists(installed.resolve(engine))) {
                Files.createSymbolicLink(installed.resolve(engine), built);
            }
        }
        return new EngineHome(
                installed, Path.of(System.getProperty("java.home"), "bin", "java"), folder.resolve("work"));
    }
}
