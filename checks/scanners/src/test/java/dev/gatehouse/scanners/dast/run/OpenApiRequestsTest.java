package dev.gatehouse.scanners.dast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.config.YamlFile;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OpenApiRequestsTest {
    private static final String DESCRIPTION = """
            openapi: 3.0.3
            servers: [{url: 'https://shop.example/api/'}]
            paths:
              /orders/{id}:
                parameters: [{name: id, in: path, schema: {type: integer}}]
                get:
                  parameters:
                    - {name: sort, in: query, schema: {type: string, enum: [up, down]}}
                    - {$ref: '#/components/parameters/Page'}
                delete: {}
              /orders:
                post:
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
            components:
              parameters:
                Page: {name: page, in: query, example: 2}
              schemas:
                Order:
                  type: object
                  properties:
                    item: {type: string}
                    parts: {type: array, items: {$ref: '#/components/schemas/Order'}}
            """;

    @Test
    void everyOperationIsOneRequestWithExampleValues() {
        var requests = new OpenApiRequests(YamlTree.of(YamlFile.parse("api.yaml", DESCRIPTION))).all();
        assertThat(requests)
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly("GET /api/orders/1?sort=up&page=2", "DELETE /api/orders/1", "POST /api/orders");
        assertThat(requests.get(2).body()).startsWith("{\"item\":\"gatehouse\",\"parts\":[{\"item\":");
    }

    @Test
    void aRequestIsWrittenAsProxiesTakeIt() {
        var request = new OpenApiRequests.Request("POST", "/orders", "{}");
        assertThat(request.asText(URI.create("http://127.0.0.1:8080/")))
                .isEqualTo("POST http://127.0.0.1:8080/orders HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }
}
