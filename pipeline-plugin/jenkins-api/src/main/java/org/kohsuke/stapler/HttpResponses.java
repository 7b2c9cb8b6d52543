package org.kohsuke.stapler;

import dev.gatehouse.jenkins.api.Signature;

public class HttpResponses {
    public static org.kohsuke.stapler.HttpResponses.HttpResponseException errorWithoutStack(int a, String b) {
        throw Signature.only();
    }

    public static org.kohsuke.stapler.HttpResponse redirectToDot() {
        throw Signature.only();
    }

    public abstract static class HttpResponseException extends RuntimeException
            implements org.kohsuke.stapler.HttpResponse {
        public HttpResponseException() {
            throw Signature.only();
        }
    }
}
