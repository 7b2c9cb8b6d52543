package dev.gatehouse.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.remote.ServerDesk;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a server is asked in place of this machine, and which. */
public final class ServerOption {
    private static final String TOKEN = "GATEHOUSE_TOKEN";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "Let a server decide and record; the API token is in GATEHOUSE_TOKEN (default: GATEHOUSE_SERVER).")
    private @Nullable String server;

    public boolean isNamed() {
        return address() != null;
    }

    /** What the server's API has below {@code /api/v1}. */
    public JsonNode ask(String path) {
        return desk().get(path);
    }

    /** The rules by which the server decides. */
    public Rules rules() {
        var answer = ask("/policy");
        return new Rules(file(answer.path("policy")), answer.has("floor") ? file(answer.path("floor")) : null);
    }

    private static GatehouseFile file(JsonNode file) {
        var folder = file.path("folder").asText("server");
        return GatehouseFile.parse(
                "the server's " + file.path("name").asText(),
                Path.of(folder.isBlank() || folder.indexOf('\0') >= 0 ? "server" : folder),
                file.path("text").asText());
    }

    ServerDesk desk() {
        var token = System.getenv(TOKEN);
        if (token == null || !ServerDesk.isToken(token)) {
            throw new BadInput(
                    "--server needs an API token in %s; the server's page 'Your account' makes one".formatted(TOKEN));
        }
        return new ServerDesk("--server", String.valueOf(address()), token, new HttpWire());
    }

    private @Nullable String address() {
        var variable = System.getenv("GATEHOUSE_SERVER");
        if (server != null) {
            return server;
        }
        return variable == null || variable.isBlank() ? null : variable;
    }
}
