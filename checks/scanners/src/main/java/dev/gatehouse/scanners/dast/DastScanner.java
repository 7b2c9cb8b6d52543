package dev.gatehouse.scanners.dast;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.dast.alert.AlertFindings;
import dev.gatehouse.scanners.dast.alert.Secrets;
import dev.gatehouse.scanners.dast.process.Application;
import dev.gatehouse.scanners.dast.run.Credentials;
import dev.gatehouse.scanners.dast.run.Outcome;
import dev.gatehouse.scanners.dast.run.ZapScan;
import dev.gatehouse.scanners.dast.settings.DastSettings;
import dev.gatehouse.scanners.dast.zap.Zap;
import dev.gatehouse.scanners.dast.zap.ZapException;
import dev.gatehouse.scanners.dast.zap.ZapStart;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** DAST: ZAP drives the running application. */
public final class DastScanner implements Scanner {
    private static final String NAME = "ZAP";

    private final DastSettings settings;
    private final ZapStart zaps;
    private final Credentials credentials;
    private final Path applicationLog;
    private final Duration limit;

    /**
     * A scanner of one application.
     *
     * @param applicationLog takes what an application that is started for the scan prints
     * @param limit for the whole scan; that of the settings counts if it is shorter
     */
    public DastScanner(
            DastSettings settings, ZapStart zaps, Credentials credentials, Path applicationLog, Duration limit) {
        this.settings = settings;
        this.zaps = zaps;
        this.credentials = credentials;
        this.applicationLog = applicationLog;
        this.limit = limit;
    }

    @Override
    public ScannerKind kind() {
        return ScannerKind.DAST;
    }

    @Override
    public Result scan(Project project, Progress progress) {
        long started = System.nanoTime();
        var outcome = new Outcome();
        var version = "";
        String ruleSet = "";
        List<Finding> findings = List.of();
        var missing = credentials.missing(settings.login());
        if (missing.isPresent()) {
            outcome.ended(ScannerStatus.FAILED, missing.get());
            return result(outcome, version, ruleSet, started, findings);
        }
        progress.at("dast", "starting the application", 0, 0);
        try {
            if (settings.start() == null) {
                requireAnswer(Application.at(Objects.requireNonNull(settings.target())));
            }
            try (var starting = new StartingZap(() -> zaps.get(settings.zap(), progress));
                    var application = application()) {
                requireAnswer(application);
                var zap = starting.get();
                version = zap.version();
                var scan = scan(zap, application, outcome, progress);
                ruleSet = scan.ruleSet();
                findings = findings(scan);
            }
        } catch (IOException | ZapException e) {
            outcome.ended(ScannerStatus.FAILED, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
        return result(outcome, version, ruleSet, started, findings);
    }

    private static void requireAnswer(Application application) throws IOException {
        if (!application.answers()) {
            throw new IOException(
                    "nothing answers at %s: is the application running?".formatted(application.address()));
        }
    }

    private Application application() throws IOException {
        var start = settings.start();
        return start == null
                ? Application.at(Objects.requireNonNull(settings.target()))
                : Application.start(start, settings.target(), applicationLog);
    }

    private ZapScan scan(Zap zap, Application application, Outcome outcome, Progress progress) {
        var scan = new ZapScan(zap, application.address(), settings, credentials, outcome, progress);
        scan.run(application::answers, limit);
        return scan;
    }

    private List<Finding> findings(ZapScan scan) {
        var findings = new AlertFindings(new Secrets(credentials.secrets(settings.login())));
        findings.add(scan.alerts().all());
        return findings.findings(scan.alerts()::message);
    }

    private Result result(Outcome outcome, String version, String ruleSet, long started, List<Finding> findings) {
        long millis = (System.nanoTime() - started) / 1_000_000;
        return new Result(
                new ScannerRun(
                        ScannerKind.DAST,
                        NAME,
                        version,
                        outcome.status(),
                        outcome.reason(),
                        millis,
                        ruleSet.isEmpty()
                                ? null
                                : digest(version + " " + settings.mode().label() + " " + ruleSet),
                        null,
                        null,
                        null,
                        outcome.counts(),
                        outcome.problems(),
                        outcome.notes()),
                findings);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
