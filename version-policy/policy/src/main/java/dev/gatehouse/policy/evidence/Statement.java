package dev.gatehouse.policy.evidence;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.NotTrusted.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One claim about artifacts: an in-toto Statement, version 1.
 *
 * @param subjects the artifacts that the claim is about, by name
 * @param predicate not to be changed
 */
record Statement(List<Artifact> subjects, String predicateType, JsonNode predicate) {
    /** The DSSE payload type of every in-toto statement. */
    static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    private static final String TYPE = "https://in-toto.io/Statement/v1";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Statement {
        subjects =
                subjects.stream().sorted(Comparator.comparing(Artifact::name)).toList();
    }

    byte[] bytes() {
        var json = MAPPER.createObjectNode().put("_type", TYPE);
        var list = json.putArray("subject");
        subjects.forEach(subject -> list.addObject()
                .put("name", subject.name())
                .<ObjectNode>set("digest", MAPPER.createObjectNode().put("sha256", subject.sha256())));
        json.put("predicateType", predicateType).set("predicate", predicate);
        return CanonicalJson.bytes(json);
    }

    /** Reads a payload whose signature was verified; what a signer cannot have meant is refused all the same. */
    static Statement read(byte[] payload) throws NotTrusted {
        try {
            var json = MAPPER.readTree(payload);
            if (!json.path("_type").asText().equals(TYPE)) {
                throw new NotTrusted(Reason.BAD_PAYLOAD, "signed, but no in-toto statement of version 1");
            }
            var subjects = new ArrayList<Artifact>();
            for (var subject : json.required("subject")) {
                subjects.add(new Artifact(
                        subject.required("name").asText(),
                        subject.required("digest").required("sha256").asText()));
            }
            return new Statement(subjects, json.required("predicateType").asText(), json.required("predicate"));
        } catch (IOException | IllegalArgumentException e) {
            throw new NotTrusted(Reason.BAD_PAYLOAD, "signed, but no in-toto statement");
        }
    }
}
