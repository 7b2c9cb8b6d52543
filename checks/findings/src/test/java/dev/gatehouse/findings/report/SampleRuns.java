package dev.gatehouse.findings.report;

import dev.gatehouse.findings.model.Component;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What scanners of a sample report did, and the libraries that they saw. */
final class SampleRuns {
    static final String STRUTS = "pkg:maven/org.apache.struts/struts2-core@2.3.20";
    static final String LOG4J = "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1";
    static final String LOG4J_API = "pkg:maven/org.apache.logging.log4j/log4j-api@2.14.1";
    static final String FILEUPLOAD = "pkg:maven/commons-fileupload/commons-fileupload@1.3.1";
    static final String JACKSON = "pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.23.0";

    private SampleRuns() {}

    static List<ScannerRun> runs(String place) {
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

    static List<Component> components(boolean hostile) {
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
                        hostile ? ReportSamples.HOSTILE : "jackson-databind",
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
}
