package dev.gatehouse.engine.sast;

import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.engine.sast.context.CodeContext;
import dev.gatehouse.engine.sast.triage.SecondLook;
import dev.gatehouse.engine.sast.triage.WeakNames;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.text.VisibleText;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.MethodAnnotation;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes findings of the engine's bugs: sorted, each once, with the context of their place. */
final class Conversion {
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> ((Location.Code) finding.location()).className())
            .thenComparing(finding -> Objects.requireNonNullElse(((Location.Code) finding.location()).method(), ""))
            .thenComparingInt(finding -> ((Location.Code) finding.location()).startLine())
            .thenComparing(Finding::rule)
            .thenComparing(finding -> ((Location.Code) finding.location()).context())
            .thenComparing(Finding::severity)
            .thenComparing(finding -> finding.evidence().toString());

    private final String module;
    private final RuleFacts facts;
    private final ClassFiles classes;
    private final Predicate<String> own;
    private final SecondLook triage;
    private final Map<String, Optional<CodeContext>> contexts = new HashMap<>();

    Conversion(SastRequest request, RuleFacts facts, ClassFiles classes, Predicate<String> own) {
        this.module = request.module();
        this.facts = facts;
        this.classes = classes;
        this.own = own;
        triage = new SecondLook(new ModuleFiles(classes), request.own(), request.extended());
    }

    List<Finding> findings(List<BugInstance> bugs) {
        var seen = bugs.stream().map(this::finding).toList();
        return Stream.concat(triage.judge(seen).stream(), namedElsewhere(seen).stream())
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    /** Weak algorithms that the detectors miss because their names are in a file. */
    private List<Finding> namedElsewhere(List<Finding> seen) {
        var known = seen.stream()
                .filter(finding -> finding.location() instanceof Location.Code)
                .map(finding -> finding.rule()
                        + ' '
                        + ((Location.Code) finding.location()).className()
                        + ' '
                        + ((Location.Code) finding.location()).startLine())
                .collect(Collectors.toSet());
        return triage.weakNames().stream()
                .filter(named ->
                        !known.contains(named.rule() + ' ' + named.type().replace('/', '.') + ' ' + named.line()))
                .map(this::named)
                .toList();
    }

    private Finding named(WeakNames.Named named) {
        var fact = facts.of(named.rule()).orElseThrow();
        int parameters = named.method().indexOf('(');
        var context = contexts.computeIfAbsent(named.type(), this::read)
                .map(one -> one.ofMethod(
                        named.method().substring(0, parameters), named.method().substring(parameters)))
                .orElse("");
        var place = new Location.Code(
                module,
                named.file(),
                named.type().replace('/', '.'),
                named.method(),
                named.line(),
                named.line(),
                context);
        var text = "The name %s comes from elsewhere than this call.".formatted(VisibleText.brief(named.algorithm()));
        return Finding.seen(
                        ScannerKind.SAST,
                        named.rule(),
                        named.rule(),
                        fact.severity(),
                        place,
                        new Evidence(
                                null, List.of(), Map.of("Algorithm", VisibleText.brief(named.algorithm())), List.of()))
                .withCwe(fact.cwe())
                .withTriage(new Triage(Triage.Level.LIKELY, text));
    }

    private Finding finding(BugInstance bug) {
        var fact = facts.of(bug.getType()).orElseThrow();
        return Finding.seen(
                        ScannerKind.SAST,
                        bug.getType(),
                        bug.getType(),
                        Rating.severity(fact, bug.getPriority(), bug.getBugRank()),
                        location(bug),
                        Proof.of(bug))
                .withConfidence(Rating.confidence(bug.getPriority()))
                .withCwe(fact.cwe())
                .withTags(fact.marker() ? List.of("informational") : List.of());
    }

    private Location.Code location(BugInstance bug) {
        var className = bug.getPrimaryClass().getClassName();
        var method = bug.getPrimaryMethod();
        var line = bug.getPrimarySourceLineAnnotation();
        return new Location.Code(
                module,
                Proof.sourcePath(line),
                className,
                method == null ? null : method.getMethodName() + method.getMethodSignature(),
                Math.max(0, line.getStartLine()),
                Math.max(0, line.getEndLine()),
                context(className, method, line));
    }

    private String context(String className, @Nullable MethodAnnotation method, SourceLineAnnotation line) {
        var owner = method == null ? className : method.getClassName();
        var context = contexts.computeIfAbsent(owner.replace('.', '/'), this::read);
        if (context.isEmpty()) {
            return "";
        }
        if (method == null) {
            return context.get().ofClass();
        }
        boolean wholeMethod = line.getStartBytecode() < 0 || line.getStartBytecode() != line.getEndBytecode();
        return wholeMethod
                ? context.get().ofMethod(method.getMethodName(), method.getMethodSignature())
                : context.get()
                        .ofInstruction(method.getMethodName(), method.getMethodSignature(), line.getStartBytecode());
    }

    @SuppressWarnings("CatchingUnchecked") // ASM tells of a broken class file by whatever its reading runs into
    private Optional<CodeContext> read(String internalName) {
        try {
            return classes.bytes(internalName).map(bytes -> CodeContext.of(bytes, own));
        } catch (RuntimeException e) {
            classes.noteBroken(internalName, e);
            return Optional.empty();
        }
    }
}
