package dev.gatehouse.policy.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.signing.Envelope;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.NotTrusted.Reason;
import dev.gatehouse.policy.signing.Verifier;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What of a bundle is to be believed: statements that a trusted key signed about the same artifacts, and the files whose
 * digests they give. A statement that somebody put in the place of another has another predicate type and is refused;
 * without that check a passing verdict of one release would do for the next.
 */
final class Believed {
    private final List<Artifact> subjects;
    private final Map<Claim, JsonNode> claims;
    private final Map<String, byte[]> files;

    private Believed(List<Artifact> subjects, Map<Claim, JsonNode> claims, Map<String, byte[]> files) {
        this.subjects = subjects;
        this.claims = claims;
        this.files = files;
    }

    static Believed of(Bundle bundle, Verifier verifier) throws IOException, NotTrusted {
        var claims = new EnumMap<Claim, JsonNode>(Claim.class);
        List<Artifact> subjects = List.of();
        for (var claim : Claim.values()) {
            var content = bundle.read(claim.file());
            if (content.isEmpty()) {
                continue;
            }
            var statement = statement(claim, content.get(), verifier);
            if (subjects.isEmpty()) {
                subjects = statement.subjects();
            } else if (!subjects.equals(statement.subjects())) {
                throw new NotTrusted(Reason.BAD_PAYLOAD, claim.file() + " is about other artifacts than the rest");
            }
            claims.put(claim, statement.predicate());
        }
        if (subjects.isEmpty()) {
            throw new NotTrusted(Reason.NO_SIGNATURES, "no statement is about any artifact");
        }
        var contents = claims.get(Claim.CONTENTS);
        if (contents == null) {
            throw new NotTrusted(Reason.NO_ENVELOPE, Claim.CONTENTS.file() + " is missing");
        }
        return new Believed(subjects, claims, files(bundle, contents));
    }

    List<Artifact> subjects() {
        return subjects;
    }

    Optional<JsonNode> claim(Claim claim) {
        return Optional.ofNullable(claims.get(claim));
    }

    int count() {
        return claims.size();
    }

    Map<String, byte[]> files() {
        return files;
    }

    private static Statement statement(Claim claim, byte[] content, Verifier verifier) throws NotTrusted {
        try {
            var envelope = Envelope.parse(content, Bundle.MOST_BYTES);
            var statement = Statement.read(verifier.verify(envelope, Statement.PAYLOAD_TYPE));
            if (!statement.predicateType().equals(claim.predicateType())) {
                throw new NotTrusted(Reason.OTHER_TYPE, "claims %s".formatted(statement.predicateType()));
            }
            return statement;
        } catch (NotTrusted e) {
            throw new NotTrusted(e.reason(), "%s: %s".formatted(claim.file(), e.getMessage()));
        }
    }

    private static Map<String, byte[]> files(Bundle bundle, JsonNode contents) throws IOException, NotTrusted {
        var files = new LinkedHashMap<String, byte[]>();
        for (var file : contents.path("files")) {
            var name = file.path("name").asText();
            var content = bundle.read(name).orElseThrow(() -> new NotTrusted(Reason.BAD_PAYLOAD, name + " is missing"));
            if (!Sha256.of(content).equals(file.path("digest").path("sha256").asText())) {
                throw new NotTrusted(Reason.BAD_PAYLOAD, name + " is not the file that was signed");
            }
            files.put(name, content);
        }
        return files;
    }

    /** Files that no statement speaks of; they prove nothing, and say nothing against the rest. */
    List<String> strangers(Bundle bundle) throws IOException {
        var known = new TreeSet<>(files.keySet());
        claims.keySet().forEach(claim -> known.add(claim.file()));
        return bundle.names().stream().filter(name -> !known.contains(name)).toList();
    }
}
