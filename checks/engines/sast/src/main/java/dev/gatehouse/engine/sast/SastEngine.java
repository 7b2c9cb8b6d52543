package dev.gatehouse.engine.sast;

import dev.gatehouse.engine.protocol.EngineLoop;
import dev.gatehouse.engine.protocol.EngineRequest;
import dev.gatehouse.engine.protocol.classpath.OpenEntries;
import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Entry point of the engine process. FindSecBugs' jar is in the folder {@code plugins} beside the engine's own jar. */
public final class SastEngine {
    private SastEngine() {}

    public static void main(String[] args) throws IOException, URISyntaxException {
        var versions = Versions.load();
        var analysis = new Analysis(PluginJar.in(pluginFolder()), RuleFacts.load(), new OpenEntries());
        EngineLoop.run("sast", versions.text(), (request, progress) -> answer(analysis, request, progress));
    }

    private static com.fasterxml.jackson.databind.JsonNode answer(
            Analysis analysis, EngineRequest request, EngineLoop.Reporter progress) throws Exception {
        if (!request.kind().equals(SastRequest.KIND)) {
            throw new IllegalArgumentException("the SAST engine knows no request '%s'".formatted(request.kind()));
        }
        var json = ReportJson.mapper();
        return json.valueToTree(analysis.run(json.treeToValue(request.body(), SastRequest.class), progress));
    }

    private static Path pluginFolder() throws URISyntaxException {
        var own = Path.of(SastEngine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return own.resolveSibling("plugins");
    }
}
