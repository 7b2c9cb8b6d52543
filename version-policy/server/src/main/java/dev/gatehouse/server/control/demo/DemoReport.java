package dev.gatehouse.server.control.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What the demo shows of a scan: a verdict, and what may be said of each category. */
final class DemoReport {
    /** Of the OWASP Top 10 of 2025, in order. */
    private static final List<String> CATEGORIES = List.of(
            "Broken Access Control",
            "Security Misconfiguration",
            "Software Supply Chain Failures",
            "Cryptographic Failures",
            "Injection",
            "Insecure Design",
            "Authentication Failures",
            "Software or Data Integrity Failures",
            "Security Logging & Alerting Failures",
            "Mishandling of Exceptional Conditions");

    private DemoReport() {}

    static byte[] bytes(Instant created) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", "1.0")
                .put("created", created.toString());
        json.putObject("project").put("name", "shop");
        json.putObject("verdict").put("status", "passed");
        json.putArray("findings");
        var matrix = json.putArray("owaspTop10").addObject().put("edition", "2025");
        var rows = matrix.putArray("rows");
        int number = 0;
        for (var category : CATEGORIES) {
            number++;
            var row = rows.addObject()
                    .put("id", "A%02d:2025".formatted(number))
                    .put("name", category)
                    .put("coverage", number == 6 || number == 9 ? "partly-looked-at" : "nothing-found")
                    .put("accepted", number == 4 || number == 5 ? 1 : 0);
            row.putObject("findings");
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
