package dev.gatehouse.cli.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gatehouse release adherence --server} prints of a track: how its published versions kept the train.
 *
 * @param percentage of counted windows that were kept on time; absent when none counts
 */
record PublishedAdherence(String track, @Nullable Double percentage, List<Row> windows) {

    record Row(
            String planned,
            String day,
            String lastDay,
            String kind,
            String outcome,
            long daysLate,
            @Nullable String version,
            @Nullable String note) {
        static Row of(JsonNode window) {
            return new Row(
                    window.path("planned").asText(),
                    window.path("opens").asText(),
                    window.path("lastDay").asText(),
                    window.path("kind").asText(),
                    window.path("outcome").asText(),
                    window.path("daysLate").asLong(),
                    window.path("version").asText(null),
                    window.path("note").asText().isEmpty()
                            ? null
                            : window.path("note").asText());
        }

        String line() {
            return AdherenceView.line(day, kind, outcome, version == null ? "" : version, daysLate, "", note);
        }
    }

    /**
     * @param since as 2026-12-31, or null for what the server looks at of itself
     * @param until likewise
     */
    static List<PublishedAdherence> ask(TrainOptions train, @Nullable String since, @Nullable String until) {
        var query = new ArrayList<String>();
        if (since != null) {
            query.add("since=" + encoded(since));
        }
        if (until != null) {
            query.add("until=" + encoded(until));
        }
        var answer = train.server().ask("/adherence" + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        var tracks = StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(PublishedAdherence::of)
                .toList();
        if (tracks.isEmpty()) {
            throw new BadInput("the server's policy has no release train, or declares no app");
        }
        return tracks;
    }

    private static PublishedAdherence of(JsonNode track) {
        return new PublishedAdherence(
                "%s/%s/%s"
                        .formatted(
                                track.path("app").asText(),
                                track.path("platform").asText(),
                                track.path("channel").asText()),
                track.has("onTimePercent")
                        ? Math.round(10 * track.path("onTimePercent").asDouble()) / 10.0
                        : null,
                StreamSupport.stream(track.path("windows").spliterator(), false)
                        .map(Row::of)
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(track);
        windows.forEach(row -> lines.add(row.line()));
        lines.add("  " + AdherenceView.onTime(percentage));
        return lines;
    }
}
