package dev.gatehouse.server.control.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in a backup. It is the last entry of the ZIP file.
 *
 * @param created when the copy was begun
 * @param head where the copied ledger ends
 * @param digests SHA-256 of every other entry, by its name
 */
public record Manifest(Instant created, Head head, Map<String, String> digests) {
    static final String NAME = "manifest.json";

    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = new JsonMapper();

    public Manifest {
        digests = Map.copyOf(digests);
    }

    byte[] bytes() {
        var json = MAPPER.createObjectNode().put("gatehouseBackup", VERSION).put("created", created.toString());
        json.putObject("ledger").put("sequence", head.sequence()).put("hash", head.hash());
        var files = json.putObject("sha256");
        new TreeMap<>(digests).forEach(files::put);
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws {@link BadInput} for the manifest of a newer Gatehouse, and {@link IOException} for what is none. */
    static Manifest read(byte[] bytes) throws IOException {
        try {
            var json = MAPPER.readTree(bytes);
            if (json.path("gatehouseBackup").asInt() > VERSION) {
                throw new BadInput("the backup was made by a newer Gatehouse: restore it with that one");
            }
            var digests = new TreeMap<String, String>();
            json.required("sha256")
                    .properties()
                    .forEach(file -> digests.put(file.getKey(), file.getValue().asText()));
            return new Manifest(
                    Instant.parse(json.required("created").asText()), head(json.required("ledger")), digests);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new IOException("its %s cannot be read".formatted(NAME), e);
        }
    }

    private static Head head(JsonNode json) {
        return new Head(
                json.required("sequence").asLong(), json.required("hash").asText());
    }
}
