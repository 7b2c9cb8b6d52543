package dev.gatehouse.engine.sast.triage.reach;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/** Where a program is entered from outside, by what the platform and its usual frameworks call. */
final class EntryPoints {
    /** By annotation, the first that fits. */
    private static final List<Map.Entry<Pattern, String>> MARKED = List.of(
            Map.entry(
                    Pattern.compile("L(?:javax|jakarta)/ws/rs/(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|Path);"),
                    "JAX-RS resource"),
            Map.entry(
                    Pattern.compile("Lorg/springframework/web/bind/annotation/\\w*(?:Mapping|ExceptionHandler);"),
                    "Spring handler"),
            Map.entry(
                    Pattern.compile("Lorg/springframework/(?:jms|kafka|amqp/rabbit|messaging/handler)/annotation/\\w+;"
                            + "|Lorg/eclipse/microprofile/reactive/messaging/Incoming;"
                            + "|Lio/awspring/cloud/sqs/annotation/SqsListener;"),
                    "message listener"),
            Map.entry(
                    Pattern.compile(
                            "Lorg/springframework/scheduling/annotation/Scheduled;|L(?:javax|jakarta)/ejb/Schedule;"),
                    "scheduled job"),
            Map.entry(Pattern.compile("L(?:javax|jakarta)/jws/WebMethod;"), "web service"),
            Map.entry(Pattern.compile("L(?:javax|jakarta)/websocket/On\\w+;"), "WebSocket endpoint"));

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("javax/servlet/http/HttpServlet", "servlet"),
            Map.entry("jakarta/servlet/http/HttpServlet", "servlet"),
            Map.entry("javax/servlet/GenericServlet", "servlet"),
            Map.entry("jakarta/servlet/GenericServlet", "servlet"),
            Map.entry("javax/servlet/Servlet", "servlet"),
            Map.entry("jakarta/servlet/Servlet", "servlet"),
            Map.entry("javax/servlet/Filter", "servlet filter"),
            Map.entry("jakarta/servlet/Filter", "servlet filter"),
            Map.entry("javax/jms/MessageListener", "message listener"),
            Map.entry("jakarta/jms/MessageListener", "message listener"),
            Map.entry("com/sun/net/httpserver/HttpHandler", "HTTP handler"),
            Map.entry("org/apache/struts/action/Action", "Struts action"),
            Map.entry("com/opensymphony/xwork2/Action", "Struts action"));

    private static final Set<String> SERVED = Set.of(
            "service",
            "doGet",
            "doPost",
            "doPut",
            "doDelete",
            "doHead",
            "doOptions",
            "doTrace",
            "doFilter",
            "init",
            "onMessage",
            "handle",
            "execute",
            "_jspService");

    private EntryPoints() {}

    /**
     * What enters here; none when nobody outside does.
     *
     * @param above all types above the method's class
     */
    static Optional<String> kind(MethodNotes method, Collection<String> above) {
        if (method.name.equals("main([Ljava/lang/String;)V") && (method.access & Opcodes.ACC_STATIC) != 0) {
            return Optional.of("main");
        }
        for (var mark : MARKED) {
            if (method.annotations.stream()
                    .anyMatch(one -> mark.getKey().matcher(one).matches())) {
                return Optional.of(mark.getValue());
            }
        }
        return SERVED.contains(method.simpleName())
                ? above.stream()
                        .map(TYPES::get)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                : Optional.empty();
    }
}
