package dev.gatehouse.scanners.vulndb;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The data that Gatehouse brings along, as a feed file: the same bytes every time. */
final class EmbeddedFeed {
    static final String FILE = "nvdcve-2.0-embedded.json.gz";
    static final String NAME = "embedded";

    /** What it does not have; stated wherever the database is named. */
    static final String NOTE = "The embedded data is a small selection of Java libraries and is not complete: CVEs of"
            + " 2019, 2020, 2023 and 2024 and of late 2021 are missing but for a few, 2022 ends in October, 2025 in May."
            + " Run 'gatehouse vulndb update' for the whole NVD.";

    /** When the newest of its records was published or changed. */
    static final String DATE = "2025-06-16";

    /** SHA-256 of the feed's JSON text; names the embedded database without writing the feed. A test holds it. */
    static final String TEXT_SHA256 = "7d16499ac2b64d8f3b6a9793b769e826f06f334f294093ceae0719c001cf6755";

    private static final ObjectMapper JSON = new JsonMapper();

    private EmbeddedFeed() {}

    /** Writes the feed file into the directory. */
    static void write(Path directory) throws IOException {
        var facts = CveFact.embedded().stream()
                .collect(Collectors.toMap(CveFact::cve, fact -> fact, (one, other) -> one, LinkedHashMap::new));
        try (var input = JSON.createParser(new GZIPInputStream(CveFact.resource("nvd-java.json.gz")));
                var output =
                        JSON.createGenerator(new GZIPOutputStream(Files.newOutputStream(directory.resolve(FILE))))) {
            output.writeStartObject();
            output.writeStringField("format", "NVD_CVE");
            output.writeStringField("version", "2.0");
            output.writeArrayFieldStart("vulnerabilities");
            input.nextToken();
            while (input.nextToken() == JsonToken.START_OBJECT) {
                var record = NvdRecord.complete(JSON.readTree(input));
                var fact = facts.remove(record.get("id").asText());
                write(output, fact == null ? record : NvdRecord.correct(record, fact));
            }
            for (var fact : facts.values()) {
                write(output, NvdRecord.of(fact));
            }
            output.writeEndArray();
            output.writeEndObject();
        }
    }

    private static void write(JsonGenerator output, ObjectNode record) throws IOException {
        JSON.writeTree(output, JSON.createObjectNode().set("cve", record));
    }

    /** Names the embedded database of an engine's version. */
    static String digest(String engine) {
        return new Feed(Map.of(FILE, TEXT_SHA256)).digest(engine);
    }

    static DatabaseInfo.Source source() {
        return new DatabaseInfo.Source(NAME, NOTE);
    }
}
