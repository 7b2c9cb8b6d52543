package dev.gatehouse.findings.report;

import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Component;
import dev.gatehouse.findings.model.Confidence;
import dev.gatehouse.findings.model.Cvss;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Match;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ProjectInfo;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.Sighting;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.owasp.OwaspTop10;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whole reports for tests: a realistic one, a hostile one, a large one. */
public final class ReportSamples {
    /** Everything that breaks a page, a terminal, a table or a parser somewhere. */
    public static final String HOSTILE =
            "<script>window.hacked=1</script>\"'`|&\\ </script><!-- ]]> \u202Etxt.exe\u2066 \u001b[31mred\u009b0m\u0007\r\nline\u2028two\u0000\ud800 @all [x](javascript:alert(1)) {0} %s ${x}";

    private static final OwaspTop10 OWASP = OwaspTop10.load();
    private static final String STRUTS = "pkg:maven/org.apache.struts/struts2-core@2.3.20";
    private static final String LOG4J = "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1";
    private static final String LOG4J_API = "pkg:maven/org.apache.logging.log4j/log4j-api@2.14.1";
    private static final String FILEUPLOAD = "pkg:maven/commons-fileupload/commons-fileupload@1.3.1";
    private static final String JACKSON = "pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.23.0";

    private ReportSamples() {}

    /** All kinds of location and state, accepted findings, problems, a scanner that did not get through. */
    public static Report realistic() {
        return report("vulnerable-shop", findings());
    }

    /** Every text of every finding, component, problem and name is {@link #HOSTILE}. */
    public static Report hostile() {
        var findings = findings().stream().map(ReportSamples::hostile).toList();
        return report(HOSTILE, findings);
    }

    /** Findings as SpotBugs makes them in large projects, each with excerpt and steps. */
    public static Report large(int size) {
        var models = findings();
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < size; i++) {
            var model = models.get(i % models.size());
            findings.add(model.withId(String.format(Locale.ROOT, "%040x", i + 1)));
        }
        return report("large", findings);
    }

    /** Nothing found, all completed. */
    public static Report clean() {
        var runs = List.of(new ScannerRun(
                ScannerKind.SAST,
                "SpotBugs",
                "4.10.4",
                ScannerStatus.COMPLETED,
                "",
                900,
                null,
                null,
                Map.of(),
                List.of()));
        return new Report(
                Report.SCHEMA_VERSION,
                new Report.Tool("Gatehouse", "0.1.0"),
                Instant.parse("2026-11-23T10:00:00Z"),
                new ProjectInfo("healthy-service", "maven", "/home/dev/healthy", null, null, List.of(), List.of()),
                runs,
                List.of(),
                List.of(),
                List.of(),
                OWASP.matrices(List.of(), runs),
                List.of(),
                null,
                new Report.PolicyInfo("default", null, "ab".repeat(32)),
                new Verdict(
                        Verdict.Status.PASSED,
                        List.of(new Verdict.RuleOutcome(
                                "no-new-high",
                                true,
                                "No new finding of high or critical severity.",
                                "default",
                                List.of()))));
    }

    private static Report report(String name, List<Finding> findings) {
        var classified = findings.stream().map(OWASP::classify).toList();
        var runs = runs(name.equals(HOSTILE) ? HOSTILE : "unreadable.jar");
        var broken = classified.stream()
                .filter(finding ->
                        finding.acceptance() == null && finding.severity().atLeast(Severity.HIGH))
                .map(Finding::id)
                .limit(100)
                .toList();
        var hostile = name.equals(HOSTILE);
        return new Report(
                Report.SCHEMA_VERSION,
                new Report.Tool("Gatehouse", "0.1.0"),
                Instant.parse("2026-11-23T10:15:30Z"),
                new ProjectInfo(
                        name,
                        "maven",
                        "/home/dev/shop",
                        "4f2c1d0e9b8a7c6d5e4f3a2b1c0d9e8f7a6b5c4d",
                        "main",
                        List.of(
                                new ProjectInfo.ModuleInfo("shop-web", 48, 21),
                                new ProjectInfo.ModuleInfo("shop-core", 31, 9)),
                        List.of("Maven project with 2 modules: target/classes of each and its run-time class path.")),
                runs,
                components(hostile),
                classified,
                List.of(OWASP.classify(
                        sql("9".repeat(40), "src/main/java/shop/Old.java", "shop.Old", 12, State.EXISTING))),
                OWASP.matrices(classified, runs),
                List.of(new Problem(
                        "no-classes",
                        hostile ? HOSTILE : "shop-batch",
                        "The module has sources but no classes; run mvn compile first.")),
                new Report.BaselineInfo("baseline.json", Instant.parse("2026-11-09T08:00:00Z"), "0a1b2c3", 9),
                new Report.PolicyInfo(".gatehouse.yml", null, "cd".repeat(32)),
                new Verdict(
                        Verdict.Status.FAILED,
                        List.of(
                                new Verdict.RuleOutcome(
                                        hostile ? HOSTILE : "no-new-high",
                                        false,
                                        hostile
                                                ? HOSTILE
                                                : "%d new findings of high or critical severity; none is allowed."
                                                        .formatted(broken.size()),
                                        ".gatehouse.yml:4",
                                        broken),
                                new Verdict.RuleOutcome(
                                        "scanners-complete",
                                        false,
                                        "sca is partial and dast did not run; sast, sca and dast must complete.",
                                        "default",
                                        List.of()),
                                new Verdict.RuleOutcome(
                                        "database-age",
                                        true,
                                        "The vulnerability database is 12 days old; 30 are allowed.",
                                        "default",
                                        List.of()))));
    }

    private static List<ScannerRun> runs(String place) {
        return List.of(
                new ScannerRun(
                        ScannerKind.SAST,
                        "SpotBugs with FindSecBugs",
                        "4.10.4",
                        ScannerStatus.COMPLETED,
                        "",
                        8_412,
                        "ef".repeat(32),
                        null,
                        counts("classes", 79L, "cached", 31L),
                        List.of()),
                new ScannerRun(
                        ScannerKind.SCA,
                        "OWASP Dependency-Check",
                        "13.0.0",
                        ScannerStatus.PARTIAL,
                        "1 of 22 archives could not be read.",
                        5_120,
                        "01".repeat(32),
                        "2026-11-11",
                        "embedded",
                        "It knows a selection of well-known vulnerabilities of Java libraries, not all; run gatehouse vulndb update.",
                        counts("jars", 22L, "cached", 20L),
                        List.of(new Problem(
                                "unreadable-archive", place, "The archive ends in the middle; fetch it again."))),
                new ScannerRun(
                        ScannerKind.DAST,
                        "ZAP",
                        "2.16.1",
                        ScannerStatus.TIMED_OUT,
                        "It did not end within 10 minutes.",
                        600_000,
                        null,
                        null,
                        Map.of(),
                        List.of()));
    }

    private static Map<String, Long> counts(String first, long one, String second, long two) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put(first, one);
        counts.put(second, two);
        return counts;
    }

    private static List<Component> components(boolean hostile) {
        return List.of(
                component(
                        STRUTS,
                        "org.apache.struts",
                        "struts2-core",
                        "2.3.20",
                        true,
                        List.of(FILEUPLOAD, "pkg:maven/not/there@1")),
                component(FILEUPLOAD, "commons-fileupload", "commons-fileupload", "1.3.1", false, List.of()),
                component(LOG4J, "org.apache.logging.log4j", "log4j-core", "2.14.1", true, List.of(LOG4J_API)),
                component(LOG4J_API, "org.apache.logging.log4j", "log4j-api", "2.14.1", false, List.of()),
                component(
                        JACKSON,
                        "com.fasterxml.jackson.core",
                        hostile ? HOSTILE : "jackson-databind",
                        "2.23.0",
                        true,
                        List.of()));
    }

    private static Component component(
            String purl, String group, String name, String version, boolean direct, List<String> dependsOn) {
        return new Component(
                purl,
                group,
                name,
                version,
                group.replace('.', '/') + "/" + name + "-" + version + ".jar",
                "a1".repeat(20),
                "b2".repeat(32),
                List.of("Apache-2.0", "The Apache Software License, Version 2.0"),
                List.of("shop-web"),
                direct,
                dependsOn);
    }

    private static List<Finding> findings() {
        return List.of(
                library("1".repeat(40), "CVE-2021-44228", LOG4J, 10.0, List.of(502, 400, 20), State.NEW)
                        .withTexts(
                                "Log4j looks up addresses that it finds in logged text and loads code from there. Whoever can have a text logged can run code in the server.",
                                "Use log4j-core 2.17.1 or newer."),
                library("2".repeat(40), "CVE-2017-5638", STRUTS, 9.8, List.of(755), State.EXISTING)
                        .withState(
                                State.EXISTING, new Match(Match.Reason.SAME, STRUTS.replace("20", "19")), "2026-10-01"),
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
                library("5".repeat(40), "CVE-2016-1000031", FILEUPLOAD, 9.8, List.of(284), State.EXISTING)
                        .withAcceptance(new Acceptance(
                                "security@example.org",
                                "Uploads are switched off in production.",
                                LocalDate.parse("2026-12-31"),
                                ".gatehouse.yml:31",
                                null)),
                library("6".repeat(40), "CVE-2021-45105", LOG4J, 5.9, List.of(20, 674), State.NEW)
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

    private static Finding sql(String id, String file, String className, int line, State state) {
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
                                purl.equals(FILEUPLOAD)
                                        ? List.of(List.of(STRUTS, FILEUPLOAD))
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

    private static Finding hostile(Finding finding) {
        var acceptance = finding.acceptance();
        var evidence = new Evidence(
                new Evidence.Excerpt(1, List.of(HOSTILE, HOSTILE)),
                List.of(new Evidence.Step(HOSTILE, HOSTILE, 1)),
                Map.of(HOSTILE, HOSTILE),
                List.of(HOSTILE, "javascript:window.hacked=1", "https://example.org/" + HOSTILE));
        var sighting = new Sighting(
                finding.scanner(),
                HOSTILE,
                new Sighting.Texts(HOSTILE, HOSTILE, HOSTILE),
                finding.seen().rating(),
                finding.cwe(),
                hostile(finding.location()),
                evidence,
                List.of(HOSTILE));
        return new Finding(sighting, finding.known())
                .withAcceptance(
                        acceptance == null
                                ? null
                                : new Acceptance(
                                        HOSTILE, HOSTILE, acceptance.expires(), HOSTILE, acceptance.justification()));
    }

    private static Location hostile(Location location) {
        if (location instanceof Location.Code code) {
            return new Location.Code(HOSTILE, HOSTILE, HOSTILE, HOSTILE, code.startLine(), code.endLine(), "c");
        }
        if (location instanceof Location.Dependency) {
            return new Location.Dependency(HOSTILE, HOSTILE, null, List.of(HOSTILE), List.of(List.of(HOSTILE)));
        }
        return new Location.Http(HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    }
}
