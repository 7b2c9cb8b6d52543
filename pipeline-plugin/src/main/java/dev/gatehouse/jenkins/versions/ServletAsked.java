package dev.gatehouse.jenkins.versions;

import dev.gatehouse.policy.edge.AppPages;
import dev.gatehouse.policy.edge.http.Asked;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A request that came to Jenkins, as the edge sees requests: path and query as sent, nothing of who sent it. */
record ServletAsked(HttpServletRequest request, String target) implements Asked {

    /** @param root where the endpoint is, before the app's name; what follows is still percent-encoded */
    static ServletAsked below(String root, HttpServletRequest request) {
        var path = String.valueOf(request.getRequestURI());
        var rest = path.startsWith(root + '/') ? path.substring(root.length() + 1) : "";
        var query = request.getQueryString();
        return new ServletAsked(request, AppPages.ROOT + rest + (query == null ? "" : '?' + query));
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }
}
