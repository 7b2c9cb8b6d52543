package dev.gatehouse.findings.vex;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.findings.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Reads a VEX file: OpenVEX 0.2.0 or CycloneDX 1.4 to 1.6, both as JSON. A file that is not sound, is too large, or is
 * dated in the future is refused as a whole; a statement without product, version or justification by itself.
 */
public final class VexFile {
    private static final long MAX_BYTES = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(1 << 20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Clock clock;

    public VexFile(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads a file that must exist.
     *
     * @param name how messages call it
     */
    public VexDocument read(Path file, String name) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new BadInput("%s is not there; name an OpenVEX or CycloneDX file".formatted(file));
            }
            if (Files.size(file) > MAX_BYTES) {
                return refused(name, "", "is larger than 16 MiB, which no VEX file needs to be");
            }
            return parse(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BadInput("%s cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }

    /** As {@link #read}, from memory. */
    public VexDocument parse(String name, byte[] bytes) {
        var digest = Sha256.of(bytes);
        try {
            return read(name, digest, JSON.readTree(bytes));
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            return refused(
                    name,
                    digest,
                    "is not sound JSON%s: %s"
                            .formatted(
                                    place == null ? "" : " in line " + place.getLineNr(),
                                    VisibleText.brief(e.getOriginalMessage())));
        } catch (IOException e) {
            return refused(name, digest, "is not sound JSON: " + VisibleText.brief(String.valueOf(e.getMessage())));
        } catch (BadInput lie) {
            return refused(name, digest, VisibleText.brief(String.valueOf(lie.getMessage())));
        }
    }

    private VexDocument read(String name, String digest, JsonNode root) {
        var statements = new Statements(name, clock.instant());
        if (root.path("bomFormat").asText().equals("CycloneDX")) {
            new CycloneDxVex(statements).read(root);
        } else if (root.path("@context").asText().startsWith("https://openvex.dev/ns")) {
            new OpenVex(statements).read(root);
        } else {
            return refused(name, digest, "is neither OpenVEX 0.2.0 nor CycloneDX (JSON)");
        }
        return new VexDocument(VisibleText.brief(name), digest, statements.believed(), statements.refused(), null);
    }

    private static VexDocument refused(String name, String digest, String reason) {
        return new VexDocument(VisibleText.brief(name), digest, List.of(), List.of(), reason);
    }
}
