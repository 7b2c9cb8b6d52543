package dev.gatehouse.jenkins.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium with one window, in which somebody has signed in; remembers what the browser complained of. */
final class Window implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "jenkins-pictures");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;
    private final Page page;
    private final RealJenkins jenkins;
    private final List<String> complaints = new ArrayList<>();

    Window(RealJenkins jenkins) {
        assertThat(CHROMIUM).as("pages are looked at in Debian's chromium").isExecutable();
        this.jenkins = jenkins;
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        page = browser.newPage();
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("console: " + message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    void signIn(Person who) {
        page.navigate(jenkins.address("login").toString());
        page.fill("input[name=j_username]", who.name());
        page.fill("input[name=j_password]", who.name() + "-pw");
        page.click("button[name=Submit]");
        page.waitForLoadState();
    }

    /** Opens a page; nothing in it may be missing or refused, and it must fit into the window. */
    void open(String path) {
        complaints.clear();
        var answer = page.navigate(jenkins.address(path).toString());
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(complaints).as("what the browser says of %s", path).isEmpty();
    }

    /** Takes pictures at the size of a desktop and of a phone; on neither may the page be wider than the window. */
    void pictures(String name) {
        for (var size : List.of(List.of(1280, 900), List.of(390, 844))) {
            page.setViewportSize(size.get(0), size.get(1));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("%s-%d.png".formatted(name, size.get(0))))
                    .setFullPage(true));
            var wide = (Number) page.evaluate("document.documentElement.scrollWidth");
            assertThat(wide.intValue()).as("width of %s at %s", name, size).isLessThanOrEqualTo(size.get(0));
        }
        page.setViewportSize(1280, 900);
    }

    /** Takes a picture of what is in the window. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
