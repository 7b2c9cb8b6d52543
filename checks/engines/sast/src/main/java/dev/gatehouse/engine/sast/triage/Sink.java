package dev.gatehouse.engine.sast.triage;

import dev.gatehouse.engine.sast.triage.value.Use;
import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.findings.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The call that a finding is about, which does harm only with a value from outside.
 *
 * @param use what the value becomes part of
 * @param method name of what is called; null when the detector does not say it
 * @param parameters how many it takes; -1 when the detector does not say it
 * @param offsets of the arguments that count, in slots from the last one; empty for all
 */
record Sink(Use use, @Nullable String method, int parameters, List<Integer> offsets) {
    private static final Map<Pattern, Use> USES = Map.of(
            Pattern.compile("SQL_.*|AWS_QUERY_INJECTION"),
            Use.SQL,
            Pattern.compile("COMMAND_INJECTION"),
            Use.COMMAND,
            Pattern.compile("PATH_TRAVERSAL_.*|PT_.*_PATH_TRAVERSAL|FILE_UPLOAD_FILENAME"),
            Use.PATH,
            Pattern.compile("XSS_.*"),
            Use.HTML,
            Pattern.compile("LDAP_INJECTION"),
            Use.LDAP,
            Pattern.compile("XPATH_INJECTION"),
            Use.XPATH,
            Pattern.compile("HTTP_RESPONSE_SPLITTING|HRS_REQUEST_PARAMETER_TO_.*"),
            Use.HEADER,
            Pattern.compile(
                    "TRUST_BOUNDARY_VIOLATION|URLCONNECTION_SSRF_FD|UNVALIDATED_REDIRECT|CRLF_INJECTION_LOGS"
                            + "|EL_INJECTION|OGNL_INJECTION|SPEL_INJECTION|SCRIPT_ENGINE_INJECTION|FORMAT_STRING_MANIPULATION"
                            + "|TEMPLATE_INJECTION_.*|BEAN_PROPERTY_INJECTION|HTTP_PARAMETER_POLLUTION|SMTP_HEADER_INJECTION"
                            + "|MALICIOUS_XSLT|REQUESTDISPATCHER_FILE_DISCLOSURE|STRUTS_FILE_DISCLOSURE|SPRING_FILE_DISCLOSURE"),
            Use.ANY);

    private static final Pattern METHOD = Pattern.compile(".*\\.([^.(]+)\\((.*)\\)");
    private static final Pattern STATEMENT = Pattern.compile("execute.*|prepare.*|addBatch");

    /** None for a weakness that is one whatever is given to the call. */
    static Optional<Sink> of(Finding finding) {
        return USES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(finding.rule()).matches())
                .findFirst()
                .map(entry -> of(finding, entry.getValue()));
    }

    private static Sink of(Finding finding, Use use) {
        var facts = finding.evidence().facts();
        var method = METHOD.matcher(facts.getOrDefault("Sink method", ""));
        if (!method.matches()) {
            return new Sink(use, null, -1, List.of());
        }
        int parameters = method.group(2).isEmpty() ? 0 : method.group(2).split(",", -1).length;
        var offsets = Stream.of(facts.getOrDefault("Sink parameter", "").split(", ", -1))
                .filter(one -> one.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .toList();
        return new Sink(use, method.group(1), parameters, offsets);
    }

    boolean isMeant(MethodInsnNode call) {
        int arguments = Type.getArgumentTypes(call.desc).length;
        if (method != null) {
            return call.name.equals(method) && arguments == parameters;
        }
        return arguments > 0 && (use != Use.SQL || STATEMENT.matcher(call.name).matches());
    }

    /** Those of the arguments that count. */
    List<Value> among(List<Value> arguments) {
        if (offsets.isEmpty()) {
            return arguments;
        }
        var counting = new ArrayList<Value>();
        int offset = 0;
        for (int i = arguments.size() - 1; i >= 0; i--) {
            if (offsets.contains(offset)) {
                counting.add(arguments.get(i));
            }
            offset += arguments.get(i).size();
        }
        return counting.isEmpty() ? arguments : counting;
    }
}
