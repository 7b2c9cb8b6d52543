package dev.gatehouse.findings.report;

import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Confidence;
import dev.gatehouse.findings.model.Cvss;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Match;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Findings of a sample report: all kinds of location and state. */
final class SampleFindings {
    private SampleFindings() {}

    static List<Finding> findings() {
        return List.of(
                library("1".repeat(40), "CVE-2021-44228", SampleRuns.LOG4J, 10.0, List.of(502, 400, 20), State.NEW)
                        .withTexts(
                                "Log4j looks up addresses that it finds in logged text and loads code from there. Whoever can have a text logged can run code in the server.",
                                "Use log4j-core 2.17.1 or newer."),
                library("2".repeat(40), "CVE-2017-5638", SampleRuns.STRUTS, 9.8, List.of(755), State.EXISTING)
                        .withState(
                                State.EXISTING,
                                new Match(Match.Reason.SAME, SampleRuns.STRUTS.replace("20", "19")),
                                "2026-10-01"),
                sql(
                        "3".repeat(40),
                        "src/main/java/shop/search/ProductSearch.java",
                        "shop.search.ProductSearch",
                        42,
                        State.NEW),
                sql(
                        "4".repeat(40),
                        "src/main/java/shop/admin/Übersicht ünïcode.java",
                        "shop.admin.Overview",
                        17,
                        State.REINTRODUCED),
                library("5".repeat(40), "CVE-2016-1000031", SampleRuns.FILEUPLOAD, 9.8, List.of(284), State.EXISTING)
                        .withAcceptance(new Acceptance(
                                "security@example.org",
                                "Uploads are switched off in production.",
                                LocalDate.parse("2026-12-31"),
                                ".gatehouse.yml:31",
                                null)),
                library("6".repeat(40), "CVE-2021-45105", SampleRuns.LOG4J, 5.9, List.of(20, 674), State.NEW)
                        .withAcceptance(new Acceptance(
                                "vendor",
                                "The lookup is not configured.",
                                null,
                                "shop.openvex.json:12",
                                "vulnerable_code_not_in_execute_path")),
                cipher("7".repeat(40)),
                Finding.seen(
                                ScannerKind.DAST,
                                "40012",
                                "Cross-site scripting (reflected)",
                                Severity.HIGH,
                                new Location.Http("GET", "http://127.0.0.1:8080/search?q=<b>a b%</b>", "/search", "q"),
                                new Evidence(
                                        null,
                                        List.of(),
                                        Map.of("attack", "<script>alert(1)</script>"),
                                        List.of("https://owasp.org/www-community/attacks/xss/")))
                        .withId("8".repeat(40))
                        .withCwe(List.of(79))
                        .withConfidence(Confidence.HIGH)
                        .withTexts(
                                "The answer repeats the parameter unescaped.", "Escape text when it goes into HTML."),
                Finding.seen(
                                ScannerKind.SAST,
                                "SERVLET_PARAMETER",
                                "Untrusted request parameter",
                                Severity.INFO,
                                new Location.Code("shop-web", null, "shop.web.Router$Entry", null, 0, 0, ""),
                                Evidence.NONE)
                        .withId("a".repeat(40))
                        .withTags(List.of("source-marker")));
    }

    private static Finding cipher(String id) {
        return Finding.seen(
                        ScannerKind.SAST,
                        "ECB_MODE",
                        "Cipher in ECB mode",
                        Severity.MEDIUM,
                        new Location.Code(
                                "shop-core",
                                "src/main/java/shop/crypto/Vault.java",
                                "shop.crypto.Vault",
                                "seal([B)[B",
                                28,
                                29,
                                "c0"),
                        new Evidence(
                                new Evidence.Excerpt(
                                        26,
                                        List.of(
                                                "    byte[] seal(byte[] plain) throws GeneralSecurityException {",
                                                "        // faster than GCM",
                                                "        var cipher = Cipher.getInstance(\"AES/ECB/PKCS5Padding\");",
                                                "        cipher.init(Cipher.ENCRYPT_MODE, key);",
                                                "        return cipher.doFinal(plain);")),
                                List.of(),
                                Map.of(),
                                List.of()))
                .withId(id)
                .withCwe(List.of(327))
                .withConfidence(Confidence.HIGH)
                .withTexts(
                        "Equal blocks of plain text give equal blocks of cipher text.",
                        "Use AES/GCM/NoPadding with a fresh nonce.")
                .withState(
                        State.EXISTING,
                        new Match(Match.Reason.LINE_SHIFT, "src/main/java/shop/crypto/Vault.java:21"),
                        "2026-09-14");
    }

    static Finding sql(String id, String file, String className, int line, State state) {
        return Finding.seen(
                        ScannerKind.SAST,
                        "SQL_INJECTION_JDBC",
                        "Query built from request text",
                        Severity.HIGH,
                        new Location.Code(
                                "shop-web",
                                file,
                                className,
                                "find(Ljava/lang/String;)Ljava/util/List;",
                                line,
                                line,
                                "c1"),
                        new Evidence(
                                new Evidence.Excerpt(
                                        line - 2,
                                        List.of(
                                                "    List<Product> find(String name) throws SQLException {",
                                                "        var sql = \"SELECT * FROM product WHERE name LIKE '%\" + name + \"%'\";",
                                                "        try (var rows = connection.createStatement().executeQuery(sql)) {",
                                                "            return Product.listOf(rows);",
                                                "        }")),
                                List.of(
                                        new Evidence.Step("the parameter name enters here", file, line - 12),
                                        new Evidence.Step("it is joined into the statement", file, line - 1),
                                        new Evidence.Step("the statement runs", file, line)),
                                Map.of("sink", "java.sql.Statement.executeQuery"),
                                List.of("https://find-sec-bugs.github.io/bugs.htm#SQL_INJECTION_JDBC")))
                .withId(id)
                .withCwe(List.of(89))
                .withTexts(
                        "Text from the request becomes part of an SQL statement, so that a visitor can change what the statement does.",
                        "Use a PreparedStatement with a placeholder and set the text as its parameter.")
                .withState(state, null, state == State.NEW ? null : "2026-10-20");
    }

    private static Finding library(String id, String cve, String purl, double score, List<Integer> cwe, State state) {
        var name = purl.substring(purl.lastIndexOf('/') + 1).replace('@', '-');
        return Finding.seen(
                        ScannerKind.SCA,
                        cve,
                        cve + " in " + name,
                        Severity.ofCvss(score),
                        new Location.Dependency(
                                purl,
                                "repository/" + name + ".jar",
                                "b2".repeat(32),
                                List.of("shop-web"),
                                purl.equals(SampleRuns.FILEUPLOAD)
                                        ? List.of(List.of(SampleRuns.STRUTS, SampleRuns.FILEUPLOAD))
                                        : List.of(List.of(purl))),
                        new Evidence(
                                null,
                                List.of(),
                                Map.of("affected versions", "up to the one in use"),
                                List.of("https://nvd.nist.gov/vuln/detail/" + cve)))
                .withId(id)
                .withCwe(cwe)
                .withCvss(new Cvss("3.1", score, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"))
                .withConfidence(Confidence.HIGH)
                .withTexts("A known vulnerability of this library.", "Use a newer version of the library.")
                .withState(state, null, null);
    }
}
