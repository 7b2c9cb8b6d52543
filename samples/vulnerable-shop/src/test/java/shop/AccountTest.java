package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");
    private static Visitor visitor;

    @BeforeAll
    static void open() throws Exception {
        visitor = Visitor.inNewShop();
    }

    @AfterAll
    static void close() {
        visitor.close();
    }

    @BeforeEach
    void nobodyYet() {
        visitor.becomeSomebodyElse();
    }

    @Test
    void thePasswordInTheCodeOpensEveryAccount() throws Exception {
        assertThat(signIn("weak", "linus", "support-2019")).contains("Hello, linus");
        visitor.becomeSomebodyElse();
        assertThat(signIn("fixed", "linus", "support-2019")).contains("not signed in");
        assertThat(signIn("fixed", "ada", visitor.shop.accounts().passwords().get("ada")))
                .contains("Hello, ada");
    }

    private static String signIn(String twin, String user, String password) throws Exception {
        return visitor.post("/" + twin + "/account/sign-in", "user", user, "password", password)
                .body();
    }

    @Test
    void anybodyReadsAnyOrder() throws Exception {
        assertThat(visitor.get("/weak/account/order", "id", "2").body()).contains("Teapot");
        signIn("fixed", "ada", visitor.shop.accounts().passwords().get("ada"));
        assertThat(visitor.get("/fixed/account/order", "id", "2").body()).contains("no such order of yours");
        assertThat(visitor.get("/fixed/account/order", "id", "1").body()).contains("Green tea");
    }

    @Test
    void aStoredPasswordIsInEveryListOfMd5() throws Exception {
        assertThat(visitor.post("/weak/account/register", "password", "password")
                        .body())
                .contains("5f4dcc3b5aa765d61d8327deb882cf99");
        assertThat(visitor.post("/fixed/account/register", "password", "password")
                        .body())
                .doesNotContain("5f4dcc3b5aa765d61d8327deb882cf99")
                .isNotEqualTo(visitor.post("/fixed/account/register", "password", "password")
                        .body());
    }

    @Test
    void scriptsReadTheCookie() throws Exception {
        assertThat(cookie("weak")).doesNotContain("HttpOnly").doesNotContain("Secure");
        assertThat(cookie("fixed")).contains("HttpOnly").contains("Secure");
    }

    private static String cookie(String twin) throws Exception {
        return visitor.get("/" + twin + "/account/remember")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }

    @Test
    void aPreferenceMakesAnAdministrator() throws Exception {
        assertThat(visitor.post("/fixed/account/preferences", "name", "role", "value", "admin")
                        .body())
                .contains("customer");
        assertThat(visitor.post("/weak/account/preferences", "name", "role", "value", "admin")
                        .body())
                .contains("administrator");
    }

    @Test
    void aProfileBuildsAnyObject(@TempDir Path folder) throws Exception {
        var planted = folder.resolve("planted");
        var extra = "[\"" + Planter.class.getName() + "\", {\"file\": \"" + planted + "\"}]";
        var profile = "{\"nickname\": \"eve\", \"extra\": " + extra + "}";
        visitor.post("/fixed/account/profile", "profile", profile);
        assertThat(planted).doesNotExist();
        visitor.post("/weak/account/profile", "profile", profile);
        assertThat(planted).exists();
    }

    /** Stands for the classes on a real class path whose setters do more than set. */
    public static final class Planter {
        public void setFile(String file) throws IOException {
            Files.createFile(Path.of(file));
        }
    }

    @Test
    void aNameForgesALogLine() throws Exception {
        var user = "eve\nINFO: sign-in of ada";
        assertThat(logged(() -> visitor.get("/weak/account/sign-in-log", "user", user)))
                .contains("\nINFO: sign-in of ada");
        assertThat(logged(() -> visitor.get("/fixed/account/sign-in-log", "user", user)))
                .contains("eve_INFO: sign-in of ada");
    }

    private interface Request {
        void send() throws Exception;
    }

    private static String logged(Request request) throws Exception {
        List<String> lines = new ArrayList<>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger("shop.account.SignInLog");
        log.addHandler(listener);
        try {
            request.send();
        } finally {
            log.removeHandler(listener);
        }
        return String.join("|", lines);
    }

    @Test
    void anotherSiteSubscribesTheVisitor() throws Exception {
        assertThat(visitor.post("/weak/account/newsletter", "mail", "ada@shop.example")
                        .body())
                .contains("Subscribed.");
        assertThat(visitor.post("/fixed/account/newsletter", "mail", "ada@shop.example")
                        .statusCode())
                .isEqualTo(403);
        var form = TOKEN.matcher(visitor.get("/fixed/account/newsletter").body());
        assertThat(form.find()).isTrue();
        assertThat(visitor.post("/fixed/account/newsletter", "csrfToken", form.group(1))
                        .body())
                .contains("Subscribed.");
    }
}
