package shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final String SECRET = "the recipe of the secret blend";
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
    void searchTextChangesTheStatement() throws Exception {
        var everything = "%' OR 1=1 --";
        assertThat(visitor.get("/weak/catalogue/search", "q", everything).body())
                .contains("Secret blend");
        assertThat(visitor.get("/fixed/catalogue/search", "q", everything).body())
                .doesNotContain("Secret blend");
        assertThat(visitor.get("/fixed/catalogue/search", "q", "tea").body()).contains("Green tea");
    }

    @Test
    void aConditionInTheSearchTextDecidesWhatIsFound() throws Exception {
        assertThat(visitor.get("/weak/catalogue/search", "q", "Cup' AND 1=1 AND '%'='")
                        .body())
                .contains("6.00");
        assertThat(visitor.get("/weak/catalogue/search", "q", "Cup' AND 1=2 AND '%'='")
                        .body())
                .doesNotContain("6.00");
        assertThat(visitor.get("/fixed/catalogue/search", "q", "Cup' AND 1=1 AND '%'='")
                        .body())
                .doesNotContain("6.00");
    }

    @Test
    void anErrorInTheStatementShowsItWithTheStackTrace() throws Exception {
        var weak = visitor.get("/weak/catalogue/search", "q", "'");
        assertThat(weak.statusCode()).isEqualTo(500);
        assertThat(weak.body()).contains("Syntax error in SQL statement", "shop.web.TwinServlet.service");
        assertThat(visitor.get("/fixed/catalogue/search", "q", "'").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWishRunsAsScript() throws Exception {
        var script = "<script>alert(1)</script>";
        assertThat(visitor.get("/weak/catalogue/wish", "product", script).body())
                .contains(script);
        assertThat(visitor.get("/fixed/catalogue/wish", "product", script).body())
                .doesNotContain(script)
                .contains("&lt;script&gt;");
    }

    @Test
    void aPictureNameLeavesItsFolder() throws Exception {
        assertThat(visitor.get("/weak/catalogue/picture", "name", "../secret.txt")
                        .body())
                .contains(SECRET);
        assertThat(visitor.get("/fixed/catalogue/picture", "name", "../secret.txt")
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/fixed/catalogue/picture", "name", "cup.svg").body())
                .contains("<svg");
    }

    @Test
    void aManualNameLeavesItsFolder() throws Exception {
        assertThat(visitor.get("/weak/catalogue/manual", "name", "../secret.txt")
                        .body())
                .contains(SECRET);
        assertThat(visitor.get("/fixed/catalogue/manual", "name", "../secret.txt")
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/fixed/catalogue/manual", "name", "cup.txt").body())
                .contains("handle");
    }

    @Test
    void aSupplierLinkLeadsAnywhere() throws Exception {
        var elsewhere = "https://attacker.example/";
        assertThat(visitor.get("/weak/catalogue/supplier", "to", elsewhere)
                        .headers()
                        .firstValue("Location"))
                .contains(elsewhere);
        assertThat(visitor.get("/fixed/catalogue/supplier", "to", elsewhere).statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/fixed/catalogue/supplier", "to", "garden").statusCode())
                .isEqualTo(302);
    }

    @Test
    void thePreviewAsksAServerThatOnlyTheShopReaches() throws Exception {
        var inner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inner.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write("for the intranet".getBytes(StandardCharsets.UTF_8));
            }
        });
        inner.start();
        try {
            var url = "http://127.0.0.1:" + inner.getAddress().getPort() + "/";
            assertThat(visitor.get("/weak/catalogue/preview", "url", url).body())
                    .contains("for the intranet");
            assertThat(visitor.get("/fixed/catalogue/preview", "url", url).statusCode())
                    .isEqualTo(404);
            assertThat(visitor.get("/fixed/catalogue/preview", "url", "potter").body())
                    .contains("hand-made pot");
        } finally {
            inner.stop(0);
        }
    }

    @Test
    void anUploadLandsWhereItsNameSays() throws Exception {
        upload("/weak/catalogue/upload", "../planted.txt");
        upload("/fixed/catalogue/upload", "../planted-too.txt");
        var root = visitor.shop.storage().root();
        assertThat(root.resolve("planted.txt")).hasContent("hello");
        assertThat(root.resolve("planted-too.txt")).doesNotExist();
        try (var uploads = Files.list(visitor.shop.storage().uploads())) {
            assertThat(uploads)
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent("hello"));
        }
    }

    private static void upload(String path, String name) throws Exception {
        var body = "--frontier\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--frontier--\r\n";
        var response = visitor.send(visitor.request(path)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void yamlBuildsAnyObject(@TempDir Path folder) throws Exception {
        var planted = folder.resolve("planted");
        var products = "!!java.io.FileOutputStream [\"" + planted + "\"]";
        assertThat(visitor.post("/fixed/catalogue/import", "products", products).statusCode())
                .isEqualTo(500);
        assertThat(planted).doesNotExist();
        visitor.post("/weak/catalogue/import", "products", products);
        assertThat(planted).exists();
        assertThat(visitor.post("/fixed/catalogue/import", "products", "- name: Cup")
                        .body())
                .contains("name=Cup");
    }
}
