package dev.gatehouse.jenkins.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MaskedOutputTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void aSecretThatComesInPiecesIsMaskedAndTheRestIsNot() throws Exception {
        try (var out = new MaskedOutput(log, List.of("s3cret", "s3cret-longer", ""))) {
            out.write("the token s3".getBytes(StandardCharsets.UTF_8));
            out.write("cret is wrong\nold: s3cret-longer, né\nlast s3cret".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(log.toString(StandardCharsets.UTF_8)).isEqualTo("the token **** is wrong\nold: ****, né\nlast ****");
    }
}
