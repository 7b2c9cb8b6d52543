package dev.gatehouse.findings.baseline;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.file.AtomicFile;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.text.VisibleText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A baseline on disk: a {@code report.json}, or what {@link #write} makes of one, either of them also gzipped. Both have
 * the same shape; the saved one has fewer properties.
 */
public final class BaselineFile {
    /** Bytes of JSON, after unpacking, that are read at most: some hundred thousand findings. */
    private static final long MOST = 256L << 20;

    private static final JsonMapper JSON = ReportJson.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, map -> map.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private BaselineFile() {}

    /**
     * Reads a baseline or a report of this or any earlier minor version of the schema.
     *
     * @throws BadInput when the file is missing, unreadable, too large, of another major version or something else
     */
    public static Baseline read(Path file) {
        return read(file, MOST);
    }

    static Baseline read(Path file, long most) {
        var factory = factory(most);
        if (!Files.isRegularFile(file)) {
            throw new BadInput("%s is no file: give a report.json or a saved baseline".formatted(file));
        }
        try {
            checkVersion(factory, file);
            try (var parser = parser(factory, file)) {
                return JSON.readValue(parser, BaselineDocument.class).baseline(file);
            }
        } catch (NoSuchFileException e) {
            throw new BadInput("%s does not exist".formatted(file), e);
        } catch (JsonProcessingException e) {
            throw new BadInput(
                    "%s%s: not a readable baseline: %s".formatted(file, place(e), e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new BadInput("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Writes a baseline as JSON, whole or not at all.
     *
     * @throws IOException when the folder is missing, read-only or full; an older file is then untouched
     */
    public static void write(Baseline baseline, Path file) throws IOException {
        var document = BaselineDocument.of(baseline);
        AtomicFile.write(file, out -> JSON.writerWithDefaultPrettyPrinter().writeValue(out, document));
    }

    private static JsonFactory factory(long most) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(most)
                        .maxNestingDepth(50)
                        .maxStringLength(1 << 20)
                        .maxNameLength(1000)
                        .build())
                .build();
    }

    /** Looks for the version before anything else, since another major version may have any shape. */
    private static void checkVersion(JsonFactory factory, Path file) throws IOException {
        try (var parser = parser(factory, file)) {
            var version = version(parser);
            if (version == null) {
                throw new BadInput(
                        "%s has no schemaVersion: it is neither a report.json nor a baseline".formatted(file));
            }
            var ours = major(Report.SCHEMA_VERSION);
            if (!major(version).equals(ours)) {
                throw new BadInput("%s has schema version %s, which this Gatehouse does not know: expected %s.x"
                        .formatted(file, VisibleText.word(version), ours));
            }
        }
    }

    private static @Nullable String version(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals("schemaVersion");
            if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
                return parser.getText();
            }
            parser.skipChildren();
        }
        return null;
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    private static JsonParser parser(JsonFactory factory, Path file) throws IOException {
        var in = open(file);
        try {
            return factory.createParser(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Unpacks gzip, told by its first two bytes (RFC 1952, 2.3.1) and not by the file's name. */
    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return gzip ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static String place(JsonProcessingException e) {
        var place = e.getLocation();
        return place == null ? "" : ":%d:%d".formatted(place.getLineNr(), place.getColumnNr());
    }
}
