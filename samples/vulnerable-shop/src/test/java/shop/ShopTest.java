package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The command as a process of its own. */
@Timeout(30)
class ShopTest {
    private static final int ENDED_BY_SIGTERM = 143;

    @Test
    void tellsItsAddressAndEndsOnSigterm() throws Exception {
        var shop = start("--port", "0");
        try {
            assertThat(firstLine(shop)).matches("The vulnerable shop is open at http://127\\.0\\.0\\.1:[0-9]+/ .*");
            shop.destroy();
            assertThat(shop.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(shop.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        } finally {
            shop.destroyForcibly();
        }
    }

    @Test
    void refusesAnAddressThatOthersReach() throws Exception {
        assertThat(refused("--address", "0.0.0.0")).contains("loopback address only");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(refused("--prot", "1")).contains("unknown option --prot");
        assertThat(refused("--port", "many")).contains("'many' is no port");
    }

    private static String refused(String... arguments) throws Exception {
        var shop = start(arguments);
        try {
            var line = firstLine(shop);
            assertThat(shop.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(shop.exitValue()).isEqualTo(2);
            return line;
        } finally {
            shop.destroyForcibly();
        }
    }

    private static Process start(String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), "shop.Shop"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String firstLine(Process shop) throws IOException {
        return new BufferedReader(new InputStreamReader(shop.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
