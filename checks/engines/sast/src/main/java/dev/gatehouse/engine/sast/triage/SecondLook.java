package dev.gatehouse.engine.sast.triage;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.engine.sast.triage.library.OwnEffects;
import dev.gatehouse.engine.sast.triage.reach.CallGraph;
import dev.gatehouse.engine.sast.triage.value.Origin;
import dev.gatehouse.engine.sast.triage.value.Source;
import dev.gatehouse.engine.sast.triage.value.Use;
import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.engine.sast.triage.walk.ProgramFiles;
import dev.gatehouse.engine.sast.triage.walk.Walked;
import dev.gatehouse.engine.sast.triage.walk.Walker;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Triage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of each finding of a module how far it is to be believed. Nothing is left out, and only a proof clears one. */
public final class SecondLook {
    private static final int MOST_LINES = 5;
    private static final int MOST_IN_MEMORY = 50;
    private static final Set<String> REMARKS = Set.of(
            "SQL_NONCONSTANT_STRING_PASSED_TO_EXECUTE", "SQL_PREPARED_STATEMENT_GENERATED_FROM_NONCONSTANT_STRING");

    private final Walker walker;
    private final ProgramFiles files;
    private final boolean extended;
    private @Nullable CallGraph graph;
    /** The latest only: what is known at each instruction takes much memory, and findings come class by class. */
    private final Map<String, Optional<Walked>> walked = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Walked>> eldest) {
            return size() > MOST_IN_MEMORY;
        }
    };

    /**
     * @param own what the project says of its methods
     * @param extended whether there may be classes below the module's own that are not among its files
     */
    public SecondLook(ProgramFiles files, OwnMethods own, boolean extended) {
        this.files = files;
        this.extended = extended;
        walker = new Walker(files, OwnEffects.of(own), extended);
    }

    /** All findings of a module, each judged, and what the detectors cannot see: weak algorithms that a file names. */
    public List<Finding> judge(List<Finding> findings) {
        var followed = findings.stream()
                .filter(finding -> finding.rule().startsWith("SQL_INJECTION"))
                .map(finding -> place(finding.location()))
                .collect(Collectors.toSet());
        if (findings.isEmpty()) {
            return findings;
        }
        var around = new Surroundings(graph());
        return findings.stream()
                .map(this::judge)
                .map(around::on)
                .map(finding -> isOnlyRemark(finding, followed) ? remark(finding) : finding)
                .toList();
    }

    /** Weak algorithms whose names the program reads from a file of its own, at places that have no finding yet. */
    public List<WeakNames.Named> weakNames() {
        return WeakNames.in(walker, this::walk);
    }

    private static String place(Location location) {
        return location instanceof Location.Code code
                ? code.className() + ' ' + code.method() + ' ' + code.startLine()
                : "";
    }

    /** The detector that follows values looks at the same calls, and reports whatever it cannot show to be safe. */
    private static boolean isOnlyRemark(Finding finding, Set<String> followed) {
        return REMARKS.contains(finding.rule())
                && Triage.levelOf(finding.triage()) == Triage.Level.LIKELY
                && !followed.contains(place(finding.location()));
    }

    private static Finding remark(Finding finding) {
        return finding.withTriage(new Triage(
                Triage.Level.INFORMATIONAL,
                "The statement is no single constant, but the analysis that follows values found nothing from outside"
                        + " in it."));
    }

    public Finding judge(Finding finding) {
        if (finding.tags().contains("informational")) {
            return finding.withTriage(
                    new Triage(Triage.Level.INFORMATIONAL, "Marks where input comes in; it is no weakness by itself."));
        }
        var parsing = Parsing.of(finding);
        if (parsing.isPresent() && finding.location() instanceof Location.Code code) {
            return judge(finding, code, parsing.get());
        }
        var sink = Sink.of(finding);
        if (!(finding.location() instanceof Location.Code code) || sink.isEmpty()) {
            return likely(finding, "Nothing that this second look knows of speaks against it.");
        }
        if (code.startLine() == 0 || code.method() == null) {
            return likely(finding, "The class has no line numbers to follow values by.");
        }
        var walk = walk(code);
        if (walk.isEmpty()) {
            return likely(finding, "What reaches this place could not be followed.");
        }
        return inTheLightOfCallers(
                judge(finding, code, sink.get(), walk.get()), code, one -> judge(finding, code, sink.get(), one));
    }

    private CallGraph graph() {
        if (graph == null) {
            graph = CallGraph.of(files);
        }
        return graph;
    }

    private Finding inTheLightOfCallers(Finding judged, Location.Code code, Function<Walked, Finding> judge) {
        if (Triage.levelOf(judged.triage()) != Triage.Level.LIKELY || code.method() == null) {
            return judged;
        }
        return new FromCallers(graph(), walker, extended, judge)
                .judge(judged, code.className().replace('.', '/'), code.method())
                .orElse(judged);
    }

    private Finding judge(Finding finding, Location.Code code, Parsing parsing) {
        var walked = code.startLine() > 0 ? walk(code) : Optional.<Walked>empty();
        return walked.map(one -> inTheLightOfCallers(
                        judge(finding, code, parsing, one), code, run -> judge(finding, code, parsing, run)))
                .orElseGet(() -> likely(finding, "What reaches this place could not be followed."));
    }

    private static Finding judge(Finding finding, Location.Code code, Parsing parsing, Walked walk) {
        return parsing.isSafe(walk, code.startLine(), Math.max(code.startLine(), code.endLine()))
                ? unlikely(finding, parsing.reason(), walk)
                : likely(finding, "Nothing was found that makes this call harmless beforehand.");
    }

    private Optional<Walked> walk(Location.Code code) {
        if (code.method() == null) {
            return Optional.empty();
        }
        return walk(code.className().replace('.', '/'), String.valueOf(code.method()));
    }

    private Optional<Walked> walk(String type, String method) {
        var key = type + ' ' + method;
        var known = walked.get(key);
        if (known == null) {
            known = walker.walk(type, method);
            walked.put(key, known);
        }
        return known;
    }

    private static Finding judge(Finding finding, Location.Code code, Sink sink, Walked walk) {
        var calls = walk.calls(code.startLine(), Math.max(code.startLine(), code.endLine()), sink::isMeant);
        if (calls.isEmpty()) {
            return likely(finding, "What reaches this place could not be followed.");
        }
        if (calls.stream().noneMatch(Walked.Called::reached)) {
            return unlikely(finding, "No way leads here", walk);
        }
        var given = calls.stream()
                .filter(Walked.Called::reached)
                .flatMap(call -> sink.among(call.arguments()).stream())
                .toList();
        if (given.stream().allMatch(Value::isSafe)) {
            return unlikely(
                    finding,
                    "Nobody outside has a hand in what is given to this call: it is made of constants, numbers and what"
                            + " the program itself brings along",
                    walk);
        }
        if (given.stream().allMatch(value -> value.isHarmlessFor(sink.use()))) {
            return unlikely(
                    finding,
                    "What is given to this call was made harmless for "
                            + sink.use().words() + " on every way that leads here",
                    walk);
        }
        if (sink.use() == Use.PATH
                && calls.stream()
                        .filter(call -> call.reached()
                                && !sink.among(call.arguments()).stream()
                                        .allMatch(value -> value.isHarmlessFor(sink.use())))
                        .allMatch(walk::isCheckedBeforeUse)) {
            return unlikely(
                    finding, "The file is only named here; it is used after a check that it is below a folder", walk);
        }
        return given.stream()
                .filter(value -> value.origin() == Origin.OUTSIDE && !value.isHarmlessFor(sink.use()))
                .map(Value::source)
                .findFirst()
                .map(source -> confirmed(finding, code, source))
                .orElseGet(() -> likely(finding, "A value given to this call was not shown to be harmless."));
    }

    private static Finding unlikely(Finding finding, String reason, Walked walk) {
        return finding.withTriage(new Triage(Triage.Level.UNLIKELY, reason + because(walk) + "."));
    }

    private static Finding confirmed(Finding finding, Location.Code code, @Nullable Source source) {
        if (source == null || source.line() == 0) {
            return finding.withTriage(
                    new Triage(Triage.Level.CONFIRMED, "A value read from the request reaches this call."));
        }
        var reason = "A value read from the request on line %d%s reaches this call."
                .formatted(source.line(), isElsewhere(code, source) ? " of " + source.file() : "");
        return traced(finding, code, source).withTriage(new Triage(Triage.Level.CONFIRMED, reason));
    }

    private static boolean isElsewhere(Location.Code code, Source source) {
        return source.file() != null && !source.file().equals(code.file());
    }

    private static Finding traced(Finding finding, Location.Code code, Source source) {
        var old = finding.evidence();
        var steps = new ArrayList<Evidence.Step>();
        var file = source.file() == null ? code.file() : source.file();
        steps.add(new Evidence.Step("the value is read from the request", file, source.line()));
        steps.addAll(old.steps());
        steps.add(new Evidence.Step("the value is used", code.file(), code.startLine()));
        return finding.withEvidence(new Evidence(old.excerpt(), steps, old.facts(), old.references()));
    }

    private static String because(Walked walk) {
        List<Integer> lines = walk.decided();
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
}
