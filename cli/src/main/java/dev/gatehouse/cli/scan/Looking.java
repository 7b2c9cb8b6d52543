package dev.gatehouse.cli.scan;

import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has all scanners look at a project side by side. */
final class Looking {
    private final List<Scanner> scanners;
    private final Set<ScannerKind> wanted;

    /** @param wanted scanners to run; the others are reported as left out */
    Looking(List<Scanner> scanners, Set<ScannerKind> wanted) {
        this.scanners = List.copyOf(scanners);
        this.wanted = Set.copyOf(wanted);
    }

    List<Scanner.Result> at(Project project, Progress progress) {
        var threads = Executors.newFixedThreadPool(scanners.size());
        try {
            return scanners.stream().map(scanner -> start(threads, scanner, project, progress)).toList().stream()
                    .map(Looking::resultOf)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private Future<Scanner.Result> start(ExecutorService threads, Scanner scanner, Project project, Progress progress) {
        return threads.submit(
                () -> wanted.contains(scanner.kind()) ? scanner.scan(project, progress) : leftOut(scanner.kind()));
    }

    private static Scanner.Result leftOut(ScannerKind kind) {
        return new Scanner.Result(
                new ScannerRun(
                        kind,
                        kind.label(),
                        "",
                        ScannerStatus.SKIPPED,
                        "left out by --only",
                        0,
                        null,
                        null,
                        Map.of(),
                        List.of()),
                List.of());
    }

    private static Scanner.Result resultOf(Future<Scanner.Result> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the scan was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scanner broke its promise not to throw", e.getCause());
        }
    }
}
