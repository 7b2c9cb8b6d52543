package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdminTest {
    private static Visitor visitor;

    @BeforeAll
    static void open() throws Exception {
        visitor = Visitor.inNewShop();
    }

    @AfterAll
    static void close() {
        visitor.close();
    }

    @Test
    void theNameOfAServiceBringsAProgramAlong() throws Exception {
        var service = "mail; echo $((40 + 2)) planted";
        assertThat(visitor.get("/weak/admin/check", "service", service).body()).contains("42 planted");
        assertThat(visitor.get("/fixed/admin/check", "service", service).body())
                .doesNotContain("planted")
                .contains("checking nothing");
        assertThat(visitor.get("/fixed/admin/check", "service", "mail").body()).contains("checking mail");
    }

    @Test
    void aMistakeShowsTheStackTrace() throws Exception {
        assertThat(visitor.get("/weak/admin/diagnostics", "days", "x").body())
                .contains("NumberFormatException", "at shop.admin.Diagnostics");
        assertThat(visitor.get("/fixed/admin/diagnostics", "days", "x").body())
                .doesNotContain("NumberFormatException")
                .contains("Reference:");
        assertThat(visitor.get("/fixed/admin/diagnostics", "days", "7").body()).contains("14 orders");
    }

    @Test
    void everySiteReadsTheStock() throws Exception {
        assertThat(allowedOrigin("weak")).isEqualTo("*");
        assertThat(allowedOrigin("fixed")).isEqualTo("https://warehouse.example");
    }

    private static String allowedOrigin(String twin) throws Exception {
        return visitor.get("/" + twin + "/admin/stock")
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElseThrow();
    }

    @Test
    void theNameOfABrowserMakesTheShopCallSomebody() throws Exception {
        assertThat(callsBack("weak")).isTrue();
        assertThat(callsBack("fixed")).isFalse();
    }

    /** Whether the shop connects to the address in a JNDI lookup; the connection is closed unanswered. */
    private static boolean callsBack(String twin) throws Exception {
        try (var somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            somebody.setSoTimeout(twin.equals("weak") ? 8000 : 500);
            var browser = "${jndi:ldap://127.0.0.1:" + somebody.getLocalPort() + "/x}";
            var request = new Thread(() -> visit(twin, browser));
            request.start();
            try {
                somebody.accept().close();
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            } finally {
                request.join(8000);
            }
        }
    }

    private static void visit(String twin, String browser) {
        try {
            visitor.send(visitor.request("/" + twin + "/admin/visit").header("User-Agent", browser));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFolderShowsAForgottenBackup() throws Exception {
        assertThat(visitor.get("/weak/admin/files/").body()).contains("Index of", "shop.properties.bak");
        assertThat(visitor.get("/weak/admin/files/shop.properties.bak").body()).contains("mail.password");
        assertThat(visitor.get("/fixed/admin/files/").body()).doesNotContain("shop.properties.bak");
        assertThat(visitor.get("/fixed/admin/files/shop.properties.bak").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/fixed/admin/files/opening-hours.txt").body()).contains("Always");
    }
}
