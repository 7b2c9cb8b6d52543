package dev.gatehouse.scanners.dast.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, /",
        "http://127.0.0.1:8080/, /",
        "http://127.0.0.1:8080/orders/4711?sort=a, /orders/{id}",
        "http://127.0.0.1:8080/orders/4711/lines/3/, /orders/{id}/lines/{id}/",
        "http://shop.example/u/0b0a5a3e-2b8a-4f0e-9d1c-1f2e3d4c5b6a, /u/{id}",
        "http://shop.example/c/5f43a6c1e2b94d00, /c/{id}",
        "http://shop.example/v2/search, /v2/search",
        "http://shop.example/cart;jsessionid=AB12, /cart",
        "'http://shop.example/a b/<x>?q', '/a b/<x>'",
    })
    void identifiersAreNoPartOfThePlace(String url, String template) {
        assertThat(PathTemplate.of(url)).isEqualTo(template);
    }
}
