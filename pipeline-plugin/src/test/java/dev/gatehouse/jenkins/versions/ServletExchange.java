package dev.gatehouse.jenkins.versions;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to a servlet container and what is answered. Whatever else it is asked or told ends the test. */
final class ServletExchange {
    private final HttpServletRequest request;
    private final List<String> fields = new ArrayList<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int status;
    private int length = -1;

    ServletExchange(String method, String context, String uri, @Nullable String query, Map<String, String> sent) {
        request = proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getContextPath" -> context;
            case "getRequestURI" -> uri;
            case "getQueryString" -> query;
            case "getHeader" -> sent.get(String.valueOf(arguments[0]));
            default -> throw new AssertionError("asked for " + name);
        });
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, arguments) -> {
            switch (name) {
                case "setStatus" -> status = (Integer) arguments[0];
                case "setHeader" -> fields.add(arguments[0] + ": " + arguments[1]);
                case "setContentLength" -> length = (Integer) arguments[0];
                case "getOutputStream" -> {
                    return new Into(content);
                }
                default -> throw new AssertionError("told " + name);
            }
            return null;
        });
    }

    int status() {
        return status;
    }

    /** In the order in which they were set, as {@code name: value}. */
    List<String> fields() {
        return List.copyOf(fields);
    }

    /** As it was told; -1 when it was not. */
    int length() {
        return length;
    }

    /** A character for each byte. */
    String content() {
        return content.toString(StandardCharsets.ISO_8859_1);
    }

    private interface Called {
        @Nullable
        Object with(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Called called) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        called.with(method.getName(), arguments == null ? new Object[0] : arguments)));
    }

    private static final class Into extends ServletOutputStream {
        private final ByteArrayOutputStream to;

        Into(ByteArrayOutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) {
            to.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
