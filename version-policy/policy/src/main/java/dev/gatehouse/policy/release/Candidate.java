package dev.gatehouse.policy.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.json.CanonicalJson;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.support.RecordedVersions;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A version proposed for release: exactly these artifacts, of this commit, with this scan.
 *
 * @param authors of the commit, as git names them: e-mail addresses and names
 */
public record Candidate(
        Track track,
        ClientVersion version,
        List<Artifact> artifacts,
        String commit,
        List<String> authors,
        ScanResult scan) {

    public Candidate {
        artifacts =
                artifacts.stream().sorted(Comparator.comparing(Artifact::name)).toList();
        authors = List.copyOf(authors);
    }

    /** What an approval is of: SHA-256 over the canonical JSON of everything in here, lower-case hexadecimal. */
    public String digest() {
        return Sha256.of(CanonicalJson.bytes(json()));
    }

    ObjectNode json() {
        var json = SupportEvents.payload(track, version).put("commit", commit);
        var files = json.putArray("artifacts");
        artifacts.forEach(
                artifact -> files.addObject().put("name", artifact.name()).put("sha256", artifact.sha256()));
        var names = json.putArray("authors");
        authors.forEach(names::add);
        json.putObject("scan")
                .put("verdict", scan.verdict())
                .put("commit", scan.commit())
                .put("reportSha256", scan.reportSha256());
        return json;
    }

    static Candidate read(JsonNode json, RecordedVersions versions) {
        var artifacts = new ArrayList<Artifact>();
        json.required("artifacts")
                .forEach(file -> artifacts.add(new Artifact(
                        file.required("name").asText(), file.required("sha256").asText())));
        var authors = new ArrayList<String>();
        json.required("authors").forEach(author -> authors.add(author.asText()));
        var scan = json.required("scan");
        return new Candidate(
                SupportEvents.track(json),
                versions.read(json),
                artifacts,
                json.required("commit").asText(),
                authors,
                new ScanResult(
                        scan.required("verdict").asText(),
                        scan.required("commit").asText(),
                        scan.required("reportSha256").asText()));
    }
}
