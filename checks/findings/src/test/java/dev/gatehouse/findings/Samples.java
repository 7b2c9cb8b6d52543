package dev.gatehouse.findings;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings as scanners make them, for tests. */
public final class Samples {
    private Samples() {}

    /** An injection in a method of one parameter; the file follows from the class. */
    public static Finding code(String className, String method, int line, String context) {
        return code("shop", className, method + "(Ljava/lang/String;)V", line, context);
    }

    public static Finding code(String module, String className, @Nullable String method, int line, String context) {
        var outer = className.contains("$") ? className.substring(0, className.indexOf('$')) : className;
        var file = "src/main/java/" + outer.replace('.', '/') + ".java";
        return Finding.seen(
                        ScannerKind.SAST,
                        "SQL_INJECTION_JDBC",
                        "SQL injection",
                        Severity.HIGH,
                        new Location.Code(module, file, className, method, line, line, context),
                        Evidence.NONE)
                .withCwe(List.of(89));
    }

    public static Finding library(String purl, String file, String vulnerability) {
        return Finding.seen(
                ScannerKind.SCA,
                vulnerability,
                vulnerability + " in a library",
                Severity.CRITICAL,
                new Location.Dependency(purl, file, null, List.of("shop"), List.of()),
                Evidence.NONE);
    }

    public static Finding request(String method, String url, String template, @Nullable String parameter) {
        return Finding.seen(
                ScannerKind.DAST,
                "40012",
                "Cross-site scripting",
                Severity.HIGH,
                new Location.Http(method, url, template, parameter),
                Evidence.NONE);
    }

    public static ScannerRun run(ScannerKind kind, ScannerStatus status) {
        return new ScannerRun(kind, "engine", "1", status, "", 1, null, null, Map.of(), List.of());
    }
}
