package dev.gatehouse.scanners.dast.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.dast.zap.ZapException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Plants the requests of an OpenAPI 3 description into ZAP's tree, each once with example values, so that the rules attack what no
 * page links to. ZAP's own add-on for that is not on Maven Central.
 */
final class OpenApiSeed {
    /** ZAP's word for a request that protect mode does not let out. */
    private static final String OUT_OF_SCOPE = "mode_violation";

    private final Session session;
    private final Path directory;
    private final Outcome outcome;

    OpenApiSeed(Session session, Path directory, Outcome outcome) {
        this.session = session;
        this.directory = directory;
        this.outcome = outcome;
    }

    /**
     * Reads the description and sends its requests.
     *
     * @param place a file beside the policy file, or a path of the application
     * @param writing whether requests other than GET are sent
     */
    void plant(String place, boolean writing) throws ZapException {
        JsonNode description;
        try {
            description = read(place);
        } catch (IOException | BadInput e) {
            outcome.missed(
                    "openapi",
                    place,
                    "the OpenAPI description %s could not be read: %s".formatted(place, e.getMessage()));
            return;
        }
        var requests = new OpenApiRequests(description).all();
        if (requests.isEmpty()) {
            outcome.missed("openapi", place, "the OpenAPI description %s describes no request".formatted(place));
        }
        long sent = 0;
        for (var request : requests) {
            if ((writing || request.method().equals("GET")) && isInScope(request)) {
                sent++;
            }
        }
        outcome.count("described requests", requests.size());
        outcome.count("described requests sent", sent);
    }

    /** Sends a request; ZAP refuses what is out of the scan's scope, and that is as it was asked for. */
    private boolean isInScope(OpenApiRequests.Request request) throws ZapException {
        try {
            session.zap()
                    .api()
                    .action(
                            "core",
                            "sendRequest",
                            Map.of("request", request.asText(session.target()), "followRedirects", false));
            return true;
        } catch (ZapException e) {
            if (e.code().equals(OUT_OF_SCOPE)) {
                return false;
            }
            throw e;
        }
    }

    private JsonNode read(String place) throws IOException, ZapException {
        if (!place.startsWith("/")) {
            return parse(place, Files.readString(directory.resolve(place)));
        }
        try {
            var answer = session.open(session.target().resolve(place)).path(0);
            if (!answer.path("responseHeader").asText("").matches("(?s)HTTP/\\S+ 200\\b.*")) {
                throw new IOException("the application does not answer it with status 200");
            }
            return parse(place, answer.path("responseBody").asText(""));
        } catch (ZapException e) {
            if (e.code().equals(OUT_OF_SCOPE)) {
                throw new IOException("it is out of the scan's scope (include, exclude)", e);
            }
            throw e;
        }
    }

    private static JsonNode parse(String place, String text) throws IOException {
        return text.stripLeading().startsWith("{")
                ? ReportJson.mapper().readTree(text)
                : YamlTree.of(YamlFile.parse(place, text));
    }
}
