package health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** {@code GET /open?day=monday} or {@code GET /open} for today (UTC). */
final class OpeningHours implements HttpHandler {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final String ASK_FOR_A_DAY = "day=";
    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock;

    OpeningHours(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                answer(exchange, METHOD_NOT_ALLOWED, Map.of("error", "only GET"));
                return;
            }
            var day = asked(exchange);
            if (day.isPresent()) {
                answer(exchange, OK, day.get());
            } else {
                answer(exchange, NOT_FOUND, Map.of("error", "ask for /open or /open?day=monday"));
            }
        }
    }

    private Optional<Day> asked(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        if (!"/open".equals(uri.getPath())) {
            return Optional.empty();
        }
        if (uri.getQuery() == null) {
            return Optional.of(Day.of(LocalDate.now(clock).getDayOfWeek()));
        }
        return uri.getQuery().startsWith(ASK_FOR_A_DAY)
                ? Day.named(uri.getQuery().substring(ASK_FOR_A_DAY.length()))
                : Optional.empty();
    }

    private void answer(HttpExchange exchange, int status, Object content) throws IOException {
        var body = json.writeValueAsBytes(content);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
