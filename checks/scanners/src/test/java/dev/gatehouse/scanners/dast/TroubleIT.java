package dev.gatehouse.scanners.dast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Built;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.dast.process.Application;
import dev.gatehouse.scanners.dast.run.Credentials;
import dev.gatehouse.scanners.dast.zap.ZapStart;
import dev.gatehouse.scanners.project.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong with the application and with ZAP. Most tests share one daemon; the one that kills it starts its own. */
@ExtendWith(SharedZap.class)
class TroubleIT {
    private static final String SCRIPT_ONLY = "rules: {only: [960001]}";
    /** The scan asks for new alerts every fourth time that it looks how far ZAP is. */
    private static final int ROUNDS_UNTIL_FETCHED = 8;

    @TempDir
    static Path folder;

    private static SharedZap.Running zap;

    @BeforeAll
    static void start(SharedZap.Running running) {
        zap = running;
    }

    @Test
    void aSiteWithTenThousandLinksEndsAtTheLimitAndSaysSo() throws Exception {
        try (var site = new Site(request -> {
            int page = number(request.getRequestURI().getPath());
            return Site.Answer.html(IntStream.range(1, 100)
                    .map(i -> (page * 99 + i) % 10_000)
                    .mapToObj("<a href='/p/%d'>x</a>"::formatted)
                    .collect(Collectors.joining()));
        })) {
            var scanned = zap.scan(site, "rules: {only: [960014]}");
            assertThat(scanned.status()).isEqualTo(ScannerStatus.PARTIAL);
            assertThat(scanned.outcome().problems()).extracting("kind").contains("too-many-addresses");
            assertThat(site.asked()).hasSizeLessThan(200);
        }
    }

    @Test
    void aPageThatHangsIsToldAndTheOthersAreScanned() throws Exception {
        try (var site = new Site(request -> switch (request.getRequestURI().getPath()) {
            case "/hang" -> {
                Thread.sleep(20_000);
                yield Site.Answer.html("late");
            }
            case "/echo" -> Site.Answer.html(Site.parameter(request, "q"));
            default -> Site.Answer.html("<a href='/hang'>hang</a> <a href='/echo?q=a'>echo</a>");
        })) {
            var scanned = zap.scan(site, SCRIPT_ONLY);
            assertThat(scanned.status()).isEqualTo(ScannerStatus.PARTIAL);
            assertThat(scanned.outcome().problems()).extracting("kind").contains("no-answer");
            assertThat(scanned.alerts()).contains("960001 /echo?q=a");
        }
    }

    @Test
    void aTargetThatIsDeadIsNoCleanTarget() throws Exception {
        var site = new Site(request -> Site.Answer.html("x"));
        site.close();
        assertThat(zap.scan(site, SCRIPT_ONLY).status()).isEqualTo(ScannerStatus.FAILED);
    }

    /** Its alerts are gone with it: what was found is what was fetched before. */
    @Test
    void aDaemonThatIsKilledInTheMiddleFailsTheScanAndWhatItFoundIsKept() throws Exception {
        try (var site = new Site(request -> {
            if (request.getRequestURI().getQuery() != null) {
                Thread.sleep(150);
            }
            return Site.Answer.html(Site.parameter(request, "q") + "<a href='/a?q=a'>a</a><a href='/b?q=a'>b</a>");
        })) {
            var home = Built.engines(folder);
            var before = zaps();
            var rounds = new AtomicInteger();
            var running = CompletableFuture.supplyAsync(() -> new DastScanner(
                            zap.settings(site, "mode: full"),
                            new ZapStart(home),
                            new Credentials(Map.of()),
                            folder.resolve("application.log"),
                            Duration.ofMinutes(2))
                    .scan(nothing(), (task, doing, done, total) -> {
                        if (attacked(site)) {
                            rounds.incrementAndGet();
                        }
                    }));
            await(() -> rounds.get() > ROUNDS_UNTIL_FETCHED || running.isDone());
            zaps().stream().filter(zap -> !before.contains(zap)).forEach(ProcessHandle::destroyForcibly);
            Scanner.Result result = running.get(1, TimeUnit.MINUTES);
            assertThat(result.run().status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(result.run().reason()).contains("ZAP");
            assertThat(result.findings()).extracting(Finding::rule).contains("ZAP-960001");
        }
    }

    private static boolean attacked(Site site) {
        return site.asked().stream().filter(line -> line.contains("gh7script")).count() > 1;
    }

    /** It takes connections and says nothing any more, which ZAP takes for slow pages. */
    @Test
    void anApplicationThatHangsInTheMiddleEndsTheScan() throws Exception {
        var hangs = new AtomicBoolean();
        try (var site = new Site(request -> {
            if (hangs.get()) {
                Thread.sleep(60_000);
            }
            hangs.compareAndSet(
                    false, String.valueOf(request.getRequestURI().getQuery()).contains("gh7script"));
            return Site.Answer.html(Site.parameter(request, "q") + "<a href='/a?q=a'>a</a><a href='/b?q=a'>b</a>");
        })) {
            var scanned = zap.scan(
                    site,
                    "rules: {only: [960001, 960004]}",
                    Map.of(),
                    Application.at(site.address())::answers,
                    Duration.ofMinutes(2));
            assertThat(scanned.status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(scanned.reason()).isEqualTo("the application stopped answering during the scan");
        }
    }

    @Test
    void aPortThatIsTakenIsNoProblem() {
        assertThat(zap.ports()).hasSize(2);
        assertThat(zap.zap().version()).isNotEmpty();
    }

    private static int number(String path) {
        return path.matches("/p/\\d+") ? Integer.parseInt(path.substring(3)) : 0;
    }

    private static Project nothing() {
        return new Project("nothing", "folder", folder, List.of(), List.of(), List.of(), List.of());
    }

    /** The daemons that this process started. */
    private static List<ProcessHandle> zaps() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent())
                .toList();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("it never happened").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
