package dev.gatehouse.server.control.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0 §3).
 *
 * @param basic whether it takes the client's secret as HTTP Basic; else in the form
 */
record Metadata(String authorization, String token, String keys, boolean basic) {

    /** Throws when the document is none, or of somebody else: then it might send secrets anywhere. */
    static Metadata of(JsonNode json, String issuer) throws IOException {
        if (!json.path("issuer").asText("").equals(issuer)) {
            throw new IOException("the provider's document is about another issuer");
        }
        var methods = json.path("token_endpoint_auth_methods_supported");
        boolean basic = methods.isMissingNode();
        for (var method : methods) {
            basic |= method.asText().equals("client_secret_basic");
        }
        return new Metadata(
                address(json, "authorization_endpoint"),
                address(json, "token_endpoint"),
                address(json, "jwks_uri"),
                basic);
    }

    private static String address(JsonNode json, String name) throws IOException {
        var address = json.path(name).asText("");
        if (!OidcSettings.isSafe(address)) {
            throw new IOException("the provider's document has no safe " + name);
        }
        return address;
    }
}
