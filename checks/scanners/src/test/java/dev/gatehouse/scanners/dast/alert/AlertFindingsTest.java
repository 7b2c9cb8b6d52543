package dev.gatehouse.scanners.dast.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.findings.identity.Identity;
import dev.gatehouse.findings.model.Confidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.owasp.OwaspTop10;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertFindingsTest {

    @Test
    void anAlertKeepsItsPlaceRatingAndCategory() {
        var finding = OwaspTop10.load().classify(one(alert("http://127.0.0.1:1/orders/7?q=1", "q", "High")));
        assertThat(finding.rule()).isEqualTo("ZAP-40018");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
        assertThat(finding.cwe()).containsExactly(89);
        assertThat(finding.location())
                .isEqualTo(new Location.Http("GET", "http://127.0.0.1:1/orders/7?q=1", "/orders/{id}", "q"));
        assertThat(finding.owasp().get("2025")).extracting("id").containsExactly("A05:2025");
    }

    @Test
    void identitySurvivesIdsInPathsOtherPortsAndChangedOrder() {
        var first = ids(
                alert("http://127.0.0.1:1/orders/7?q=1", "q", "High"),
                alert("http://127.0.0.1:1/orders", "sort", "High"));
        var second = ids(
                alert("http://127.0.0.1:2/orders", "sort", "High"),
                alert("http://127.0.0.1:2/orders/8?q=2&z=1", "q", "High"));
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void alertsThatDifferInTheIdOfThePathOnlyAreOneFinding() {
        var findings = new AlertFindings(new Secrets(List.of()));
        findings.add(List.of(
                alert("http://127.0.0.1:1/orders/7", "q", "High"), alert("http://127.0.0.1:1/orders/8", "q", "High")));
        var all = findings.findings(number -> Optional.empty());
        assertThat(all).hasSize(1);
        assertThat(all.get(0).evidence().facts()).containsEntry("also at", "1 more request of this path");
    }

    @Test
    void requestAndAnswerAreShortAndWithoutSecrets() {
        var message = JsonNodeFactory.instance
                .objectNode()
                .put("requestHeader", "POST /in HTTP/1.1\r\nCookie: session=abc\r\n\r\n")
                .put("requestBody", "user=ada&password=letmein")
                .put("responseHeader", "HTTP/1.1 200 OK\r\nSet-Cookie: session=def; Path=/\r\n\r\n")
                .put("responseBody", "x".repeat(9000) + "PROOF" + "y".repeat(9000));
        var findings = new AlertFindings(new Secrets(List.of("letmein")));
        findings.add(List.of(alert("http://127.0.0.1:1/in", "user", "High").deepCopy()));
        var facts = findings.findings(number -> Optional.of(message))
                .get(0)
                .evidence()
                .facts();
        assertThat(facts.get("request")).contains("POST /in").doesNotContain("letmein", "abc");
        assertThat(facts.get("response"))
                .contains("PROOF", "[…]")
                .doesNotContain("def;")
                .hasSizeLessThan(2000);
    }

    @Test
    void whatIsOnlyInformationIsMarkedSo() {
        var finding = one(alert("http://127.0.0.1:1/", "", "Informational"));
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.tags()).contains("informational");
    }

    private static List<String> ids(JsonNode... alerts) {
        var findings = new AlertFindings(new Secrets(List.of()));
        findings.add(List.of(alerts));
        return Identity.assign(findings.findings(number -> Optional.empty())).stream()
                .map(Finding::id)
                .toList();
    }

    private static Finding one(JsonNode alert) {
        var findings = new AlertFindings(new Secrets(List.of()));
        findings.add(List.of(alert));
        return findings.findings(number -> Optional.empty()).get(0);
    }

    private static JsonNode alert(String url, String parameter, String risk) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("pluginId", "40018").put("alertRef", "40018").put("alert", "SQL Injection");
        json.put("url", url).put("method", "GET").put("param", parameter).put("risk", risk);
        json.put("confidence", "Low")
                .put("cweid", "89")
                .put("evidence", "PROOF")
                .put("messageId", "3");
        json.set(
                "tags",
                JsonNodeFactory.instance.objectNode().put("OWASP_2025_A05", "").put("CWE-89", ""));
        return json;
    }
}
