package dev.gatehouse.scanners.dast.zap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.dast.Site;
import dev.gatehouse.scanners.dast.settings.ZapChoice;
import dev.gatehouse.scanners.engine.EngineHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installations whose ZAP does not come up, and one that does not answer. */
class ZapStartTest {
    @TempDir
    Path folder;

    private final AtomicInteger ports = new AtomicInteger();

    /** What the real one prints, which then ends with the code of one that was asked to. */
    @Test
    void aZapThatLosesItsPortIsStartedAgainOnAnotherThoughItsCodeIsZero() throws Exception {
        var why = start("""
                sleep 0.2
                echo '[ZAP-daemon] WARN ExtensionNetwork - Failed to start the main proxy: BindException Address already in use'
                echo 'Terminating ZAP, unable to start the main proxy.'
                exit 0
                """);
        assertThat(why)
                .hasMessageStartingWith(
                        "ZAP ended while it started, 3 times, as it does when another program takes its port")
                .hasMessageEndingWith("Terminating ZAP, unable to start the main proxy.");
        assertThat(ports).hasValue(3);
    }

    @Test
    void aZapThatEndsWhileItStartsIsToldWithItsCodeAndItsLastWords() throws Exception {
        var why = start(
                "echo 'Could not reserve enough space'; echo 'Could not create the Java Virtual Machine'; exit 1");
        assertThat(why)
                .hasMessage("ZAP ended while it started, with code 1: Could not reserve enough space | Could not create"
                        + " the Java Virtual Machine");
        assertThat(ports).hasValue(1);
    }

    @Test
    void aZapThatDoesNotAnswerIsNotWaitedForForEver() throws Exception {
        try (var site = new Site(request -> {
            Thread.sleep(20_000);
            return Site.Answer.json("{}");
        })) {
            var api = new ZapApi(site.address(), "key", Duration.ofSeconds(1));
            var why = catchThrowableOfType(ZapException.class, () -> api.view("core", "version", Map.of()));
            assertThat(why).hasMessage("ZAP did not answer core/view/version within 1 s");
            assertThat(why.kind()).isEqualTo(ZapException.Kind.TIMED_OUT);
        }
    }

    private ZapException start(String script) throws IOException {
        var program = folder.resolve("zap.sh");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        var start = new ZapStart(
                new EngineHome(folder, folder, folder.resolve("work")), () -> 10_000 + ports.incrementAndGet());
        return catchThrowableOfType(
                ZapException.class, () -> start.get(new ZapChoice.Installed(folder), Progress.SILENT));
    }
}
