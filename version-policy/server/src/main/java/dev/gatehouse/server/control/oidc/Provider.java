package dev.gatehouse.server.control.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.gatehouse.server.control.account.Identity;
import dev.gatehouse.server.control.web.Denied;
import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One OpenID Connect provider (Core 1.0 §3.1). What it says of itself is read when it is first needed, so that a server
 * starts while its provider is away, and people with a password still come in.
 */
public final class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_KEY_BYTES = 256 * 1024;
    /** Signatures that need no shared secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final JsonMapper MAPPER = new JsonMapper();

    private final OidcSettings settings;
    private final EventLog log;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private @Nullable Known known;

    private record Known(Metadata metadata, JWKSource<SecurityContext> keys) {}

    public Provider(OidcSettings settings, EventLog log) {
        this.settings = settings;
        this.log = log;
    }

    public OidcSettings settings() {
        return settings;
    }

    /** Where to send a browser. */
    public String authorization(Attempt attempt) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", settings.callback());
        query.put("scope", "openid profile");
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", attempt.challenge());
        query.put("code_challenge_method", "S256");
        var address = known().metadata().authorization();
        return address + (address.indexOf('?') < 0 ? "?" : "&") + form(query);
    }

    /** Whom the code of a browser that came back stands for. */
    public Identity identity(Attempt attempt, String code) {
        var answer = token(known().metadata(), attempt, code);
        var claims = claims(answer.path("id_token").asText(""));
        try {
            if (!attempt.nonce().equals(claims.getStringClaim("nonce"))) {
                throw refused("the nonce is another one");
            }
            boolean several = claims.getAudience().size() > 1;
            var party = claims.getStringClaim("azp");
            if ((several || party != null) && !settings.clientId().equals(party)) {
                throw refused("the token was made for another party");
            }
        } catch (ParseException e) {
            throw refused(e.getClass().getSimpleName());
        }
        return new Identity(settings.issuer(), claims.getSubject());
    }

    private JWTClaimsSet claims(String token) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, known().keys()));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                Set.of(settings.clientId()),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                Set.of("sub", "exp", "iat", "nonce"),
                Set.of()));
        try {
            return processor.process(token, null);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private JsonNode token(Metadata metadata, Attempt attempt, String code) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", settings.callback());
        fields.put("code_verifier", attempt.verifier());
        var request = HttpRequest.newBuilder(URI.create(metadata.token()))
                .timeout(PATIENCE)
                .header("content-type", "application/x-www-form-urlencoded")
                .header("accept", "application/json");
        if (metadata.basic()) {
            var pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
            request.header(
                    "authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            fields.put("client_id", settings.clientId());
            fields.put("client_secret", settings.clientSecret());
        }
        return ask(
                request.POST(HttpRequest.BodyPublishers.ofString(form(fields))).build());
    }

    private synchronized Known known() {
        if (known == null) {
            var address = settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration";
            var json = ask(HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .build());
            try {
                var metadata = Metadata.of(json, settings.issuer());
                int millis = (int) PATIENCE.toMillis();
                known = new Known(
                        metadata,
                        JWKSourceBuilder.create(
                                        URI.create(metadata.keys()).toURL(),
                                        new DefaultResourceRetriever(millis, millis, MOST_KEY_BYTES))
                                .retrying(true)
                                .build());
            } catch (IOException e) {
                throw away(String.valueOf(e.getMessage()));
            }
        }
        return known;
    }

    private JsonNode ask(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var json = MAPPER.readTree(answer.body());
            if (answer.statusCode() != 200 || json == null || !json.isObject()) {
                // an error of OAuth (RFC 6749 §5.2) is a word; what stands beside it is not for our log
                var error = json == null ? "" : json.path("error").asText("").replaceAll("[^a-z_]", "");
                throw away("status %d %s".formatted(answer.statusCode(), error).strip());
            }
            return json;
        } catch (IOException e) {
            throw away(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("interrupted");
        }
    }

    private Denied away(String why) {
        log.info("oidc.no-answer", Map.of("issuer", settings.issuer(), "detail", why));
        return Denied.notSignedIn("%s did not answer as it should: try again, or ask whoever looks after it."
                .formatted(settings.label()));
    }

    private Denied refused(String why) {
        log.alarm("oidc.refused", Map.of("issuer", settings.issuer(), "detail", why));
        return Denied.notSignedIn("What %s said of you is not to be believed.".formatted(settings.label()));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
