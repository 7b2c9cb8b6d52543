package health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private static final Clock A_SUNDAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final HttpClient client = HttpClient.newHttpClient();
    private Service service;

    @BeforeEach
    void start() throws IOException {
        service = Service.start(0, A_SUNDAY);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void tellsADaysHours() throws Exception {
        var answer = send(request("open?day=monday"));
        assertThat(answer.body()).isEqualTo("{\"day\":\"monday\",\"from\":9,\"until\":18}");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void tellsTodaysHoursWhenNoDayIsNamed() throws Exception {
        assertThat(send(request("open")).body()).isEqualTo("{\"day\":\"sunday\",\"from\":0,\"until\":0}");
    }

    @Test
    void knowsNothingElse() throws Exception {
        for (var path : new String[] {"", "open?day=someday", "open?night=monday", "openness", "%3Cscript%3E"}) {
            var answer = send(request(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("script", "someday");
        }
        assertThat(send(request("open").POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.address().resolve("/" + path)).timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
