package dev.gatehouse.findings.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Chromium, started for one page: shows the document as the page's own script has made it. */
record Browser(Path folder) {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** The document after the script has run; the part behind # is the view that is asked for. */
    String document(Path page, String hash) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "SKIPPED: the HTML report was NOT tried in a browser; install Chromium (apt-get install chromium)");
        var out = Files.createTempFile(folder, "dom", ".html");
        var log = Files.createTempFile(folder, "chromium", ".log");
        var browser = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--enable-logging=stderr",
                        "--virtual-time-budget=10000",
                        "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                        "--dump-dom",
                        page.toUri() + hash)
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        if (!browser.waitFor(90, TimeUnit.SECONDS)) {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
        assertThat(browser.waitFor()).as("Chromium's exit code").isZero();
        assertThat(log)
                .as("no error in the page's script, nothing refused by its policy")
                .content()
                .doesNotContain("Uncaught")
                .doesNotContain("Content Security Policy");
        return Files.readString(out);
    }
}
