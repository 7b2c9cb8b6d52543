package dev.gatehouse.server.control;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.server.control.web.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * An OpenID Connect provider as Core 1.0 §3.1 and RFC 7636 describe one: it holds its client to its secret, to the address
 * it comes back to, to PKCE, and to one use of each code. Whoever asks is {@link #subject}.
 */
final class FakeProvider implements AutoCloseable {
    static final String CLIENT = "gatehouse";
    static final String SECRET = "a secret: with signs/";

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Who sits at the browser. */
    String subject = "anna-at-the-provider";
    /** What to change in the next ID token, to lie. */
    UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();
    /** The key that signs. */
    ECKey key;

    private final ECKey known;
    private final HttpServer server;
    private final Map<String, Form> codes = new HashMap<>();

    FakeProvider() throws IOException, JOSEException {
        known = newKey();
        key = known;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration", exchange -> send(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys"}""".formatted(issuer())));
        server.createContext("/keys", exchange -> send(exchange, 200, new JWKSet(known.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    static ECKey newKey() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a browser gets that was sent here, once its person has said yes: the address to go back to. */
    URI authorize(URI sent) {
        var query = Form.parse(sent.getRawQuery());
        if (!query.text("scope").contains("openid")
                || !query.text("response_type").equals("code")
                || !query.text("code_challenge_method").equals("S256")
                || !query.text("client_id").equals(CLIENT)) {
            throw new IllegalArgumentException("no request of OpenID Connect: " + sent);
        }
        var code = UUID.randomUUID().toString();
        codes.put(code, query);
        return URI.create("%s?code=%s&state=%s".formatted(query.text("redirect_uri"), code, query.text("state")));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = Form.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var wanted = codes.remove(form.text("code"));
        var basic = Base64.getEncoder()
                .encodeToString((CLIENT + ":a+secret%3A+with+signs%2F").getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("authorization"))) {
            send(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (wanted == null
                || !form.text("grant_type").equals("authorization_code")
                || !form.text("redirect_uri").equals(wanted.text("redirect_uri"))
                || !challenge(form.text("code_verifier")).equals(wanted.text("code_challenge"))) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            send(
                    exchange,
                    200,
                    MAPPER.createObjectNode()
                            .put("token_type", "Bearer")
                            .put("access_token", "unused")
                            .put("id_token", idToken(wanted.text("nonce")))
                            .toString());
        }
    }

    private String idToken(String nonce) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(),
                lie.apply(claims).build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String challenge(String verifier) {
        var digest = HexFormat.of().parseHex(Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
