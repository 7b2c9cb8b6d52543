package dev.gatehouse.trackers.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.http.TrackerProblem.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what came back, and says what it means when it is not what was asked for. */
final class Answers {
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>([^<]{1,120})");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .build();

    private final URI base;
    private final Refusals refusals;
    private final Mask mask;
    private final Clock clock;

    Answers(URI base, Refusals refusals, Mask mask, Clock clock) {
        this.base = base;
        this.refusals = refusals;
        this.mask = mask;
        this.clock = clock;
    }

    Answer read(Call call, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        var type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        boolean isJson = type.startsWith("application/json") || type.contains("+json");
        if (status >= 200 && status < 300) {
            if (response.body().length == 0) {
                return new Answer(status, response.headers(), MissingNode.getInstance());
            }
            if (!isJson) {
                throw notTheApi(call, response, type);
            }
            return new Answer(
                    status, response.headers(), json(response.body()).orElseThrow(() -> noJson(call, status)));
        }
        if (status == 304) {
            return new Answer(status, response.headers(), MissingNode.getInstance());
        }
        if (status >= 300 && status < 400) {
            throw redirected(call, response);
        }
        throw refused(call, response, isJson ? json(response.body()).orElse(MissingNode.getInstance()) : null);
    }

    private TrackerProblem refused(
            Call call, HttpResponse<byte[]> response, @org.jspecify.annotations.Nullable JsonNode given) {
        int status = response.statusCode();
        var body = given == null ? MissingNode.getInstance() : given;
        var limit = refusals.limit(status, response.headers(), body);
        if (limit.isPresent()) {
            var hit = limit.get();
            var until = clock.instant().plus(hit.pause());
            return new TrackerProblem(
                    hit.here() ? Kind.THROTTLED_HERE : Kind.THROTTLED,
                    "%s asks to wait %d s: %s"
                            .formatted(base.getHost(), hit.pause().toSeconds(), hit.name()),
                    status,
                    until,
                    null);
        }
        var words = shown(refusals.words(status, response.headers(), body));
        var page = given == null ? title(response) : "";
        var said = words.isEmpty() ? page : ": " + words;
        var kind = kind(status);
        var until = kind == Kind.SERVER_FAULT
                ? RetryAfter.in(response.headers()).map(clock.instant()::plus).orElse(null)
                : null;
        return new TrackerProblem(
                kind,
                "%s: %s answered %d%s".formatted(ApiClient.what(call), base.getHost(), status, said),
                status,
                until,
                refusals.fields(body),
                null);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 407 -> Kind.UNAUTHORIZED;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 408 -> Kind.TIMED_OUT;
            case 429 -> Kind.THROTTLED;
            default -> status >= 500 ? Kind.SERVER_FAULT : Kind.REFUSED;
        };
    }

    private TrackerProblem notTheApi(Call call, HttpResponse<byte[]> response, String type) {
        var sentence = type.contains("html")
                ? "%s: %s answered with an HTML page%s instead of JSON: a log-in page or a proxy stands in front of it; check the base URL and the credentials"
                        .formatted(ApiClient.what(call), base.getHost(), title(response))
                : "%s: %s answered with '%s' instead of JSON; check the base URL"
                        .formatted(ApiClient.what(call), base.getHost(), shown(type));
        return new TrackerProblem(Kind.NOT_THE_API, sentence, response.statusCode(), null, null);
    }

    private TrackerProblem noJson(Call call, int status) {
        return new TrackerProblem(
                Kind.NOT_THE_API,
                "%s: %s answered with JSON that ends early or is none".formatted(ApiClient.what(call), base.getHost()),
                status,
                null,
                null);
    }

    private TrackerProblem redirected(Call call, HttpResponse<byte[]> response) {
        return new TrackerProblem(
                Kind.NOT_THE_API,
                "%s: %s sends on to '%s', which is not followed, so that no other host gets the credentials; set the base URL to where the API is"
                        .formatted(
                                ApiClient.what(call),
                                base.getHost(),
                                shown(response.headers().firstValue("Location").orElse(""))),
                response.statusCode(),
                null,
                null);
    }

    private String title(HttpResponse<byte[]> response) {
        var text = new String(response.body(), StandardCharsets.UTF_8);
        var match = TITLE.matcher(text.length() > 20_000 ? text.substring(0, 20_000) : text);
        return match.find() ? " titled '%s'".formatted(shown(match.group(1).strip())) : "";
    }

    private String shown(String text) {
        return VisibleText.brief(mask.of(text));
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
