package dev.gatehouse.findings.select;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.model.Confidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.model.Triage;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a condition may look at; each is a key of the policy file and knows how to read its value. */
public enum Subject {
    SEVERITY("severity", Subject::severity),
    CVSS("cvss", Subject::cvss),
    OWASP("owasp", Subject::owasp),
    CWE("cwe", Subject::cwe),
    SCANNER(
            "scanner",
            oneOf(
                    label(ScannerKind.values(), ScannerKind::label, "scanner"),
                    ScannerKind::label,
                    (finding, kind) -> finding.scanner() == kind)),
    RULE("rule", globs("rule", finding -> Stream.of(finding.rule()))),
    STATE(
            "state",
            oneOf(
                    label(State.values(), State::label, "state"),
                    State::label,
                    (finding, state) -> finding.state() == state)),
    CONFIDENCE("confidence", Subject::confidence),
    TRIAGE(
            "triage",
            oneOf(
                    label(Triage.Level.values(), Triage.Level::label, "triage level"),
                    level -> level.label() + " by triage",
                    (finding, level) -> Triage.levelOf(finding.triage()) == level)),
    TAG(
            "tag",
            oneOf(
                    YamlValue::text,
                    "tag '%s'"::formatted,
                    (finding, tag) -> finding.tags().contains(tag))),
    PATH("path", globs("in", finding -> Places.paths(finding.location()))),
    PACKAGE("package", Subject::packages),
    MODULE("module", globs("module", finding -> Places.modules(finding.location()).stream())),
    ID(
            "id",
            oneOf(
                    YamlValue::text,
                    "finding %s"::formatted,
                    (finding, id) -> finding.id().equals(id)));

    private final String key;
    /** A function without state; its type cannot say so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<Subject, YamlValue, Condition> reader;

    Subject(String key, BiFunction<Subject, YamlValue, Condition> reader) {
        this.key = key;
        this.reader = reader;
    }

    /** As the policy file writes it. */
    public String key() {
        return key;
    }

    /** Reads this subject's value. */
    public Condition read(YamlValue value) {
        return reader.apply(this, value);
    }

    /** Reads those of {@code subjects} that the map has; other keys are somebody else's. */
    public static Selection read(YamlMap map, Collection<Subject> subjects) {
        return new Selection(subjects.stream()
                .flatMap(subject -> map.get(subject.key).map(subject::read).stream())
                .toList());
    }

    private static Condition severity(Subject subject, YamlValue value) {
        return atLeast(value.as(Severity::of));
    }

    static Condition atLeast(Severity least) {
        return new Condition(
                SEVERITY,
                "severity " + least.label() + (least == Severity.CRITICAL ? "" : " or worse"),
                least != Severity.INFO,
                finding -> finding.severity().atLeast(least));
    }

    private static Condition cvss(Subject subject, YamlValue value) {
        double least = value.number();
        if (!(least >= 0 && least <= 10)) {
            throw value.wrong("a CVSS score is from 0.0 to 10.0, found '%s'".formatted(value.text()));
        }
        return new Condition(
                subject,
                "CVSS score %.1f or more".formatted(least),
                true,
                finding -> finding.cvss() != null && finding.cvss().score() >= least);
    }

    private static Condition owasp(Subject subject, YamlValue value) {
        var wanted = value.list().stream().map(one -> one.as(OwaspId::of)).toList();
        refuseNone(value, wanted);
        return new Condition(
                subject,
                "OWASP " + wanted.stream().map(OwaspId::label).collect(Collectors.joining(" or ")),
                true,
                finding -> wanted.stream().anyMatch(id -> id.holds(finding)));
    }

    private static Condition cwe(Subject subject, YamlValue value) {
        var wanted = value.list().stream().map(Subject::cweNumber).toList();
        refuseNone(value, wanted);
        return new Condition(
                subject,
                wanted.stream().map(number -> "CWE-" + number).collect(Collectors.joining(" or ")),
                true,
                finding -> finding.cwe().stream().anyMatch(wanted::contains));
    }

    private static Integer cweNumber(YamlValue value) {
        var text = value.text().toUpperCase(Locale.ROOT);
        if (!text.matches("(CWE-)?[1-9][0-9]{0,4}")) {
            throw value.wrong("'%s' is no CWE: write it as 89 or CWE-89".formatted(value.text()));
        }
        return Integer.valueOf(text.replace("CWE-", ""));
    }

    private static Condition confidence(Subject subject, YamlValue value) {
        var least = label(Confidence.values(), Confidence::label, "confidence").apply(value);
        return new Condition(
                subject,
                "confidence " + least.label() + (least == Confidence.HIGH ? "" : " or more"),
                least != Confidence.LOW,
                finding -> finding.confidence().compareTo(least) >= 0);
    }

    private static Condition packages(Subject subject, YamlValue value) {
        for (var one : value.list()) {
            if (!one.text().startsWith("pkg:")) {
                throw one.wrong("'%s' is no pattern for package URLs: write it as pkg:maven/org.example/*"
                        .formatted(one.text()));
            }
        }
        var globs = value.list().stream().map(one -> new Glob(one.text())).toList();
        refuseNone(value, globs);
        return new Condition(
                subject,
                "package " + globs.stream().map(Glob::pattern).collect(Collectors.joining(" or ")),
                globs.stream().noneMatch(Subject::isEveryPackage),
                finding -> globs.stream().anyMatch(glob -> Places.isPackage(finding.location(), glob)));
    }

    /** {@code pkg:maven/**} leaves nothing out of a Java project. */
    private static boolean isEveryPackage(Glob glob) {
        var rest = glob.pattern().substring("pkg:".length());
        return new Glob(rest).isEverything() || new Glob(rest.substring(rest.indexOf('/') + 1)).isEverything();
    }

    private static BiFunction<Subject, YamlValue, Condition> globs(
            String word, Function<Finding, Stream<String>> names) {
        return (subject, value) -> {
            var globs =
                    value.list().stream().map(one -> one.as(Subject::pattern)).toList();
            refuseNone(value, globs);
            return new Condition(
                    subject,
                    word + " " + globs.stream().map(Glob::pattern).collect(Collectors.joining(" or ")),
                    globs.stream().noneMatch(Glob::isEverything),
                    finding ->
                            names.apply(finding).anyMatch(name -> globs.stream().anyMatch(glob -> glob.matches(name))));
        };
    }

    private static Glob pattern(String text) {
        if (text.isBlank()) {
            throw new BadInput("an empty pattern matches nothing: name what it is about");
        }
        return new Glob(text);
    }

    private static <T> BiFunction<Subject, YamlValue, Condition> oneOf(
            Function<YamlValue, T> reader, Function<T, String> words, BiPredicate<Finding, T> test) {
        return (subject, value) -> {
            var wanted = value.list().stream().map(reader).toList();
            refuseNone(value, wanted);
            return new Condition(
                    subject,
                    wanted.stream().map(words).collect(Collectors.joining(" or ")),
                    true,
                    finding -> wanted.stream().anyMatch(one -> test.test(finding, one)));
        };
    }

    /** A reader of one of a few fixed words. */
    private static <E> Function<YamlValue, E> label(E[] all, Function<E, String> label, String what) {
        return value -> Arrays.stream(all)
                .filter(one -> label.apply(one).equals(value.text()))
                .findFirst()
                .orElseThrow(() -> value.wrong("'%s' is no %s: use one of %s"
                        .formatted(
                                value.text(),
                                what,
                                Arrays.stream(all).map(label).collect(Collectors.joining(", ")))));
    }

    private static void refuseNone(YamlValue value, List<?> wanted) {
        if (wanted.isEmpty()) {
            throw value.wrong("an empty list would match nothing: name at least one or leave the key out");
        }
    }
}
