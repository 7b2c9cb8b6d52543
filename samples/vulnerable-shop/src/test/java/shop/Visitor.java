package shop;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A browser of one visitor, with cookies, in a shop of its own on a free loopback port. */
final class Visitor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    final ShopServer shop;
    private final URI home;
    private HttpClient browser = newBrowser();

    private Visitor(ShopServer shop) {
        this.shop = shop;
        this.home = shop.address();
    }

    static Visitor inNewShop() throws Exception {
        return new Visitor(ShopServer.start(InetAddress.getLoopbackAddress(), 0));
    }

    /** Somebody else: no cookies. */
    void becomeSomebodyElse() {
        browser = newBrowser();
    }

    private static HttpClient newBrowser() {
        return HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .cookieHandler(new CookieManager())
                .build();
    }

    /** GET with parameters given as name, value, name, value. */
    HttpResponse<String> get(String path, String... parameters) throws IOException, InterruptedException {
        var query = parameters.length == 0 ? "" : "?" + encoded(parameters);
        return send(request(path + query).GET());
    }

    HttpResponse<String> post(String path, String... parameters) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(parameters))));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(home.resolve(path)).timeout(PATIENCE);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String... parameters) {
        var form = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(parameters[i]).append('=');
            form.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    @Override
    public void close() {
        shop.close();
    }
}
