package dev.gatehouse.engine.sca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.engine.protocol.EngineLoop;
import dev.gatehouse.engine.protocol.EngineRequest;
import dev.gatehouse.engine.protocol.sca.BuildRequest;
import dev.gatehouse.engine.protocol.sca.DatabaseAddress;
import dev.gatehouse.engine.protocol.sca.ScanRequest;
import dev.gatehouse.findings.report.ReportJson;
import java.nio.file.Path;
import org.owasp.dependencycheck.Engine;

/** The entry point. Requests: {@code scan}, {@code build-database}, {@code describe-database}. */
public final class ScaEngine {
    private static final JsonMapper JSON = ReportJson.mapper();

    private ScaEngine() {}

    public static void main(String[] args) {
        var version = Engine.class.getPackage().getImplementationVersion();
        EngineLoop.run("dependency-check", version == null ? "unknown" : version, ScaEngine::handle);
    }

    static JsonNode handle(EngineRequest request, EngineLoop.Reporter reporter) throws Exception {
        var work = Path.of(System.getProperty("java.io.tmpdir"));
        return switch (request.kind()) {
            case "scan" ->
                JSON.valueToTree(new Scan(work, reporter).run(JSON.treeToValue(request.body(), ScanRequest.class)));
            case "build-database" ->
                JSON.valueToTree(
                        new DatabaseBuild(work, reporter).run(JSON.treeToValue(request.body(), BuildRequest.class)));
            case "describe-database" ->
                JSON.valueToTree(
                        new DatabaseDescription(work).of(JSON.treeToValue(request.body(), DatabaseAddress.class)));
            default -> throw new IllegalArgumentException("the sca engine knows no request " + request.kind());
        };
    }
}
