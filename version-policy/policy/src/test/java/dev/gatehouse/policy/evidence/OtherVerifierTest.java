package dev.gatehouse.policy.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.keys.PublicKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A verifier that knows nothing of Gatehouse believes the envelopes: a script for Node.js, whose cryptography is OpenSSL's,
 * written after the specifications of DSSE and in-toto.
 */
class OtherVerifierTest {
    @TempDir
    Path folder;

    private Map<String, byte[]> files = Map.of();
    private ReleasedShop shop;

    @BeforeEach
    void aRelease() throws IOException {
        shop = new ReleasedShop(folder);
        files = shop.proposed().approved().published("").collect();
    }

    @Test
    void everyStatementOfABundleIsBelieved() throws Exception {
        var said = verify(shop, envelopes());

        assertThat(said.lines())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Claim.values())
                        .filter(claim -> files.containsKey(claim.file()))
                        .map(claim -> "ok " + claim.predicateType())
                        .toList());
        assertThat(said.lines()).hasSizeGreaterThan(8);
    }

    @Test
    void anotherKeyOrAChangedPayloadIsNotBelieved() throws Exception {
        assertThat(verify(new ReleasedShop(folder), envelopes()).lines())
                .allMatch("FAIL no signature of this key"::equals);

        var verdict = new String(Objects.requireNonNull(files.get(Claim.VERDICT.file())), StandardCharsets.UTF_8);
        var cadence = new String(Objects.requireNonNull(files.get(Claim.CADENCE.file())), StandardCharsets.UTF_8);
        var swapped = Files.writeString(
                folder.resolve("swapped.json"), verdict.replaceFirst("\"payload\":\"[^\"]*\"", payload(cadence)));
        assertThat(verify(shop, List.of(swapped.toString()))).startsWith("FAIL no signature of this key");
    }

    private static String payload(String envelope) {
        return envelope.substring(envelope.indexOf("\"payload\":\""), envelope.indexOf("\",\"payloadType\"") + 1);
    }

    private List<String> envelopes() throws IOException {
        var names = new ArrayList<String>();
        for (var claim : Claim.values()) {
            var content = files.get(claim.file());
            if (content != null) {
                names.add(Files.write(folder.resolve(claim.label() + ".json"), content)
                        .toString());
            }
        }
        return names;
    }

    private String verify(ReleasedShop signer, List<String> envelopes) throws Exception {
        var key = Files.writeString(folder.resolve("release.pub"), PublicKeys.pem(signer.key.publicKey()));
        var script = folder.resolve("verify-dsse.mjs");
        try (var in = OtherVerifierTest.class.getResourceAsStream("verify-dsse.mjs")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        var command = new ArrayList<>(List.of("node", script.toString(), key.toString()));
        command.addAll(envelopes);
        var out = folder.resolve("said.txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var said = Files.readString(out);
        assertThat(said).as("Node.js ran the script").contains(" ");
        return said;
    }
}
