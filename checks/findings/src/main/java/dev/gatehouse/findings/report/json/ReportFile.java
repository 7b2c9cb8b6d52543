package dev.gatehouse.findings.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads {@code report.json} back. */
public final class ReportFile {
    /** In bytes; a report of 100,000 findings has about a third of it. */
    static final long MOST_BYTES = 512L << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(10_000_000)
                    .maxDocumentLength(MOST_BYTES)
                    .build())
            .build();

    private ReportFile() {}

    /**
     * @throws BadInput when there is no such file, it is no report, was cut off, or has a version this program does not
     *     know
     */
    public static Report read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            if (Files.size(file) > MOST_BYTES) {
                throw bad(file, "is larger than %d MB; a report is smaller".formatted(MOST_BYTES >> 20), null);
            }
            checkVersion(file);
            try (var in = Files.newInputStream(file);
                    var parser = FACTORY.createParser(in)) {
                var report = ReportJson.mapper().readerFor(Report.class).<Report>readValue(parser);
                Completeness.check(report)
                        .ifPresent(gap -> fail(bad(file, "is not a whole report: %s is missing".formatted(gap), null)));
                return report;
            }
        } catch (NoSuchFileException e) {
            throw bad(file, "is no file; give the report.json of a scan", e);
        } catch (JsonProcessingException e) {
            throw bad(file, whatIsWrong(e, file.toFile().length()), e);
        } catch (IOException e) {
            throw bad(file, "cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    /** The version comes before all else, so that a report of the future is refused for its version alone. */
    private static void checkVersion(Path file) throws IOException {
        try (var in = Files.newInputStream(file);
                var parser = FACTORY.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw bad(file, "is no report; give the report.json of a scan", null);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isVersion = parser.currentName().equals("schemaVersion");
                var value = parser.nextToken();
                if (isVersion && value == JsonToken.VALUE_STRING) {
                    checkVersion(file, parser.getText());
                    return;
                }
                parser.skipChildren();
            }
            throw bad(file, "is JSON but no report: it has no schemaVersion; give the report.json of a scan", null);
        }
    }

    private static void checkVersion(Path file, String version) {
        if (!major(version).equals(major(Report.SCHEMA_VERSION))) {
            throw bad(
                    file,
                    "has schemaVersion '%s', and this program reads %s.x; use the Gatehouse that wrote it"
                            .formatted(VisibleText.line(version), major(Report.SCHEMA_VERSION)),
                    null);
        }
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    private static String whatIsWrong(JsonProcessingException e, long length) {
        // while records are being read, faults of the text itself come wrapped
        var fault = e instanceof JsonMappingException && e.getCause() instanceof JsonParseException inner ? inner : e;
        if (fault instanceof JsonEOFException || isCutOff(fault, length)) {
            return "ends in the middle (%s); run the scan again".formatted(place(fault));
        }
        if (fault instanceof StreamConstraintsException) {
            return "is nested deeper or has longer texts than any report";
        }
        if (fault instanceof JsonMappingException mapping) {
            return "is not a report at %s (%s)".formatted(place(fault), field(mapping));
        }
        return "is not JSON at %s; give the report.json of a scan".formatted(place(fault));
    }

    /** A word that was cut is an unknown one to the parser; it begins so near the end that no whole one fits in. */
    private static boolean isCutOff(JsonProcessingException e, long length) {
        return e instanceof JsonParseException
                && e.getLocation() != null
                && length - e.getLocation().getByteOffset() < "false".length();
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "its end" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String field(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "the whole" : VisibleText.line(path.toString());
    }

    private static void fail(BadInput e) {
        throw e;
    }

    private static BadInput bad(Path file, String what, @Nullable Throwable cause) {
        var sentence = "%s %s".formatted(VisibleText.line(file.toString()), what);
        return cause == null ? new BadInput(sentence) : new BadInput(sentence, cause);
    }
}
