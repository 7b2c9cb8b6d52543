package dev.gatehouse.scanners.dast.alert;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.model.Confidence;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns alerts into findings. Alerts of one rule at one place, that is method, path template and parameter, become one
 * finding, however many identifiers the spider saw in the path.
 */
public final class AlertFindings {
    private static final Pattern CWE = Pattern.compile("CWE-(\\d{1,5})");
    private static final Pattern LINE = Pattern.compile("\\R+");
    private static final int LONGEST_FACT = 300;

    private final Secrets secrets;
    private final Map<List<String>, Seen> places = new LinkedHashMap<>();

    /** The first alert of a place, and how many more there were. */
    private record Seen(Alert first, int more) {}

    public AlertFindings(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Takes alerts; one that was marked as a false positive in ZAP is left out. */
    public void add(Collection<JsonNode> alerts) {
        for (var json : alerts) {
            var alert = new Alert(json);
            if (!alert.text("confidence").equalsIgnoreCase("False Positive")) {
                places.merge(
                        List.of(
                                rule(alert),
                                alert.text("method"),
                                PathTemplate.of(alert.text("url")),
                                alert.text("param")),
                        new Seen(alert, 0),
                        (old, any) -> new Seen(old.first(), old.more() + 1));
            }
        }
    }

    /**
     * The findings.
     *
     * @param messages looks a request with its answer up by ZAP's number; empty when it is gone
     */
    public List<Finding> findings(IntFunction<Optional<JsonNode>> messages) {
        var findings = new ArrayList<Finding>();
        places.values().forEach(seen -> findings.add(finding(seen, messages)));
        return List.copyOf(findings);
    }

    private Finding finding(Seen seen, IntFunction<Optional<JsonNode>> messages) {
        var alert = seen.first();
        var severity = severity(alert.text("risk"));
        var tags = new ArrayList<>(alert.tags());
        if (severity == Severity.INFO) {
            tags.add("informational");
        }
        return Finding.seen(
                        ScannerKind.DAST,
                        rule(alert),
                        alert.text("alert").isEmpty() ? alert.text("name") : alert.text("alert"),
                        severity,
                        location(alert),
                        evidence(seen, messages))
                .withTexts(alert.text("description"), alert.text("solution"))
                .withConfidence(confidence(alert.text("confidence")))
                .withCwe(cwe(alert))
                .withTags(tags);
    }

    private static String rule(Alert alert) {
        var reference = alert.text("alertRef");
        return "ZAP-" + (reference.isEmpty() ? alert.text("pluginId") : reference);
    }

    private Location location(Alert alert) {
        var parameter = alert.text("param");
        return new Location.Http(
                alert.text("method").toUpperCase(Locale.ROOT),
                secrets.mask(alert.text("url")),
                PathTemplate.of(alert.text("url")),
                parameter.isEmpty() ? null : parameter);
    }

    private Evidence evidence(Seen seen, IntFunction<Optional<JsonNode>> messages) {
        var alert = seen.first();
        var facts = new LinkedHashMap<String, String>();
        put(facts, "attack", alert.text("attack"));
        put(facts, "evidence", alert.text("evidence"));
        put(facts, "more", alert.text("other"));
        if (seen.more() > 0) {
            facts.put(
                    "also at",
                    "%d more %s of this path".formatted(seen.more(), seen.more() == 1 ? "request" : "requests"));
        }
        messages.apply(alert.number("messageId"))
                .map(message -> Exchange.of(message, alert.text("evidence"), secrets))
                .ifPresent(exchange -> {
                    facts.put("request", exchange.request());
                    facts.put("response", exchange.response());
                });
        var references = LINE.splitAsStream(alert.text("reference"))
                .filter(line -> line.startsWith("http"))
                .toList();
        return new Evidence(null, List.of(), facts, references);
    }

    private void put(Map<String, String> facts, String name, @Nullable String text) {
        var value = secrets.mask(Objects.requireNonNullElse(text, ""));
        if (!value.isBlank()) {
            facts.put(name, value.length() <= LONGEST_FACT ? value : value.substring(0, LONGEST_FACT) + " […]");
        }
    }

    /** The alert's own number first, then those of its tags. */
    private static List<Integer> cwe(Alert alert) {
        var numbers = new ArrayList<Integer>();
        if (alert.number("cweid") > 0) {
            numbers.add(alert.number("cweid"));
        }
        if (numbers.isEmpty()) {
            alert.tags().stream()
                    .map(CWE::matcher)
                    .filter(Matcher::matches)
                    .map(tag -> Integer.valueOf(tag.group(1)))
                    .forEach(numbers::add);
        }
        return numbers;
    }

    private static Severity severity(String risk) {
        return switch (risk.toLowerCase(Locale.ROOT)) {
            case "high" -> Severity.HIGH;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            default -> Severity.INFO;
        };
    }

    private static Confidence confidence(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "high", "confirmed", "user confirmed" -> Confidence.HIGH;
            case "low" -> Confidence.LOW;
            default -> Confidence.MEDIUM;
        };
    }
}
