package dev.gatehouse.scanners.project.bom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Streams a CycloneDX JSON file (1.2 to 1.6): nothing is believed about sizes, and what is not needed is skipped. */
public final class BomJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(1 << 20)
                    .maxDocumentLength(512L << 20)
                    .build())
            .build();

    private final JsonParser json;
    private final BomContent content = new BomContent();

    private BomJson(JsonParser json) {
        this.json = json;
    }

    public static BomContent read(Path file) throws IOException {
        try (var input = Files.newInputStream(file);
                var json = JSON.createParser(input)) {
            return new BomJson(json).document();
        }
    }

    private BomContent document() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("it is no JSON object");
        }
        var isBom = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            var value = json.nextToken();
            switch (field) {
                case "bomFormat" -> isBom = "CycloneDX".equals(json.getText());
                case "metadata" -> metadata(value);
                case "components" -> components(value);
                case "dependencies" -> dependencies(value);
                default -> json.skipChildren();
            }
        }
        if (!isBom) {
            throw new IOException("its bomFormat is not CycloneDX");
        }
        return content;
    }

    private void metadata(JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            if (json.nextToken() == JsonToken.START_OBJECT && field.equals("component")) {
                var component = component();
                content.root(component.ref != null ? component.ref : component.purl, component.name);
            } else {
                json.skipChildren();
            }
        }
    }

    private void components(JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                var component = component();
                content.component(component.ref, component.purl);
            } else {
                expectMore();
            }
        }
    }

    private record Component(
            @Nullable String ref,
            @Nullable String purl,
            @Nullable String name) {}

    private Component component() throws IOException {
        String ref = null;
        String purl = null;
        String name = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            var value = json.nextToken();
            switch (field) {
                case "bom-ref" -> ref = json.getValueAsString();
                case "purl" -> purl = json.getValueAsString();
                case "name" -> name = json.getValueAsString();
                case "components" -> components(value);
                default -> json.skipChildren();
            }
        }
        return new Component(ref, purl, name);
    }

    private void dependencies(JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expectMore();
            String from = null;
            var targets = new ArrayList<String>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var field = json.currentName();
                var inner = json.nextToken();
                if (field.equals("ref")) {
                    from = json.getValueAsString();
                } else if (field.equals("dependsOn") && inner == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        expectMore();
                        targets.add(String.valueOf(json.getValueAsString()));
                    }
                } else {
                    json.skipChildren();
                }
            }
            for (var target : targets) {
                content.edge(from, target);
            }
        }
    }

    private void expectMore() throws IOException {
        if (json.currentToken() == null) {
            throw new IOException("it ends too early; it is truncated");
        }
    }
}
