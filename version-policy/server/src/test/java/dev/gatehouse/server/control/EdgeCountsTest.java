package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.server.control.room.Adoption;
import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeCountsTest {
    private static final Track SHOP = new Track("shop", "ios", "stable");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @TempDir
    private Path folder = Path.of(".");

    private final List<String> alarms = new ArrayList<>();
    private final AtomicReference<String> metrics = new AtomicReference<>("");

    @Test
    void whatEdgesHaveCountedIsTakenOnceAlsoBySeveralServersAndAfterRestarts() throws IOException {
        var edge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        edge.createContext("/metrics", exchange -> {
            var body = Objects.requireNonNull(metrics.get()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        edge.start();
        var vault = House.vault(folder);
        var adoption = new Adoption(vault);
        var address = URI.create(
                "http://127.0.0.1:%d/metrics".formatted(edge.getAddress().getPort()));
        try {
            var left = counts(address, adoption);
            var right = counts(address, adoption);
            metrics.set(said(10, 5) + line("other", "update-required", 99));
            left.store();
            right.store();
            assertThat(taken(adoption)).isEqualTo(Map.of("4.2.0", 10L, "4.1.0", 5L));
            metrics.set(said(12, 5));
            right.store();
            left.store();
            assertThat(taken(adoption)).isEqualTo(Map.of("4.2.0", 12L, "4.1.0", 5L));
            metrics.set(said(3, 0));
            left.store();
            assertThat(taken(adoption)).as("the edge was restarted").isEqualTo(Map.of("4.2.0", 15L, "4.1.0", 5L));
        } finally {
            edge.stop(0);
        }
        var gone = counts(address, adoption);
        gone.store();
        gone.store();
        assertThat(alarms).containsExactly("edge.not-counted");
    }

    private Map<String, Long> taken(Adoption adoption) {
        return adoption.days(SHOP, TODAY, 1).get(0).clients();
    }

    private EdgeCounts counts(URI edge, Adoption adoption) throws IOException {
        var log = new EventLog() {
            @Override
            public void info(String event, Map<String, String> fields) {}

            @Override
            public void alarm(String event, Map<String, String> fields) {
                alarms.add(event);
            }
        };
        var clock = new SetClock(Instant.parse("2026-11-25T09:00:00Z"));
        return new EdgeCounts(List.of(edge), House.vault(folder), adoption, log, clock);
    }

    private static String said(int newer, int older) {
        return "# TYPE gatehouse_edge_clients_total counter\n" + line("4.2.0", "current", newer)
                + line("4.1.0", "supported", older);
    }

    private static String line(String version, String status, int count) {
        return "gatehouse_edge_clients_total{app=\"shop\",platform=\"ios\",channel=\"stable\",version=\"%s\",status=\"%s\",via=\"check\"} %d\n"
                .formatted(version, status, count);
    }
}
