package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShopServerTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/(?:weak|fixed)/[^\"]+)\"");
    private static final String[] HEADERS = {
        "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"
    };

    @Test
    void everyLinkOfTheHomePageLeadsSomewhere() throws Exception {
        try (var visitor = Visitor.inNewShop()) {
            var links = LINK.matcher(visitor.get("/").body())
                    .results()
                    .map(link -> link.group(1))
                    .toList();
            assertThat(links).hasSize(52);
            for (var link : links) {
                assertThat(visitor.get(link).statusCode()).as(link).isEqualTo(200);
            }
        }
    }

    @Test
    void onlyFixedPagesHaveSecurityHeaders() throws Exception {
        try (var visitor = Visitor.inNewShop()) {
            for (var header : HEADERS) {
                assertThat(visitor.get("/weak/catalogue/wish").headers().firstValue(header))
                        .as(header)
                        .isEmpty();
                assertThat(visitor.get("/fixed/catalogue/wish").headers().firstValue(header))
                        .as(header)
                        .isPresent();
                assertThat(visitor.get("/").headers().firstValue(header))
                        .as(header)
                        .isPresent();
            }
        }
    }

    @Test
    void refusesEveryAddressButLoopback() throws Exception {
        for (var address : new String[] {"0.0.0.0", "192.0.2.1", "::"}) {
            assertThatThrownBy(() -> ShopServer.start(InetAddress.getByName(address), 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("loopback");
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        var visitor = Visitor.inNewShop();
        visitor.get("/weak/catalogue/search", "q", "tea");
        var root = visitor.shop.storage().root();
        visitor.close();
        assertThat(root).doesNotExist();
        assertThatThrownBy(() -> visitor.get("/")).isInstanceOf(ConnectException.class);
    }
}
