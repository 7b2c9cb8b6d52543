package dev.gatehouse.engine.sast.triage;

import dev.gatehouse.engine.sast.triage.Fact.Origin;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Triage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Says of each finding of a module how far it is to be believed. Nothing is left out, and only a proof clears one. */
public final class SecondLook {
    /** Weaknesses that need a value from outside as an argument of the reported call. */
    private static final Pattern NEEDS_VALUE = Pattern.compile("SQL_.*|COMMAND_INJECTION|PATH_TRAVERSAL_.*|XSS_.*"
            + "|LDAP_INJECTION|XPATH_INJECTION|TRUST_BOUNDARY_VIOLATION|HTTP_RESPONSE_SPLITTING"
            + "|HRS_REQUEST_PARAMETER_TO_.*|PT_.*_PATH_TRAVERSAL");

    private static final int MOST_LINES = 5;

    private final Function<String, Optional<byte[]>> classes;
    private final Map<String, Map<String, Optional<MethodLook>>> looks = new HashMap<>();

    /** @param classes bytes by internal name */
    public SecondLook(Function<String, Optional<byte[]>> classes) {
        this.classes = classes;
    }

    public Finding judge(Finding finding) {
        if (finding.tags().contains("informational")) {
            return finding.withTriage(
                    new Triage(Triage.Level.INFORMATIONAL, "Marks where input comes in; it is no weakness by itself."));
        }
        if (!(finding.location() instanceof Location.Code code)
                || !NEEDS_VALUE.matcher(finding.rule()).matches()) {
            return likely(finding, "Nothing that this second look knows of speaks against it.");
        }
        if (code.startLine() == 0 || code.method() == null) {
            return likely(finding, "The class has no line numbers to follow values by.");
        }
        var look = look(code);
        var given = look.flatMap(one -> one.given(code.startLine(), Math.max(code.startLine(), code.endLine())));
        return given.map(what -> judge(finding, code, look.orElseThrow(), what))
                .orElseGet(() -> likely(finding, "What reaches this place could not be followed."));
    }

    private static Finding judge(Finding finding, Location.Code code, MethodLook look, MethodLook.Given given) {
        if (given.origin() == Origin.SAFE) {
            var reason = given.reached()
                    ? "Everything given to the calls here is made of constants and numbers only"
                    : "No way leads here";
            return finding.withTriage(new Triage(Triage.Level.UNLIKELY, reason + because(look) + "."));
        }
        if (given.origin() == Origin.OUTSIDE) {
            var reason = "A value read from the request on line %d reaches this call.".formatted(given.source());
            return traced(finding, code, given.source()).withTriage(new Triage(Triage.Level.CONFIRMED, reason));
        }
        return likely(finding, "A value given to the calls here was not shown to be harmless.");
    }

    private static Finding traced(Finding finding, Location.Code code, int source) {
        var old = finding.evidence();
        var steps = new ArrayList<Evidence.Step>();
        steps.add(new Evidence.Step("the value is read from the request", code.file(), source));
        steps.addAll(old.steps());
        steps.add(new Evidence.Step("the value is used", code.file(), code.startLine()));
        return finding.withEvidence(new Evidence(old.excerpt(), steps, old.facts(), old.references()));
    }

    private static String because(MethodLook look) {
        List<Integer> lines = look.decided();
        if (lines.isEmpty()) {
            return "";
        }
        return "; constants decide which way the code goes on line%s %s%s"
                .formatted(
                        lines.size() == 1 ? "" : "s",
                        lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", ")),
                        lines.size() > MOST_LINES ? " and further" : "");
    }

    private static Finding likely(Finding finding, String reason) {
        return finding.withTriage(new Triage(Triage.Level.LIKELY, reason));
    }

    private Optional<MethodLook> look(Location.Code code) {
        var owner = code.className().replace('.', '/');
        var method = String.valueOf(code.method());
        return looks.computeIfAbsent(owner, one -> new HashMap<>()).computeIfAbsent(method, one -> read(owner, one));
    }

    @SuppressWarnings("CatchingUnchecked") // ASM tells of a broken class file by whatever its reading runs into
    private Optional<MethodLook> read(String owner, String method) {
        try {
            return classes.apply(owner).flatMap(bytes -> {
                var node = new ClassNode();
                new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
                return node.methods.stream()
                        .filter(one -> method.equals(one.name + one.desc))
                        .findFirst()
                        .flatMap(one -> MethodLook.of(owner, one));
            });
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
