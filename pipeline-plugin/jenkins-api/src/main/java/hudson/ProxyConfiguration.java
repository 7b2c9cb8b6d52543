package hudson;

import dev.gatehouse.jenkins.api.Signature;

public final class ProxyConfiguration {
    public static java.net.http.HttpClient.Builder newHttpClientBuilder() {
        throw Signature.only();
    }

    public static java.net.http.HttpRequest.Builder newHttpRequestBuilder(java.net.URI a) {
        throw Signature.only();
    }

    ProxyConfiguration() {}
}
