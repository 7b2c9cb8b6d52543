package dev.gatehouse.findings.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.report.Verdict.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever a repository writes into its own policy file, it stays bound to the floor. */
class FloorProperties {
    private static final String LIBRARY = "pkg:maven/org.example/old@1.0";
    private static @Nullable Path directory;

    /** What a scan saw. */
    record Build(List<Finding> findings, List<ScannerRun> runs, List<Problem> problems) {}

    @BeforeContainer
    static void aStatementThatClearsTheLibrary() throws IOException {
        directory = Files.createTempDirectory("floor");
        Files.writeString(directory.resolve("vex.json"), """
                {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://example.org/vex/1", "version": 1,
                 "author": "Sam <sam@example.org>", "timestamp": "2026-05-01T00:00:00Z",
                 "statements": [{"vulnerability": {"name": "CVE-2020-1"}, "products": [{"@id": "%s"}],
                   "status": "not_affected", "justification": "component_not_present"}]}
                """.formatted(LIBRARY));
    }

    @AfterContainer
    static void leavesNothing() throws IOException {
        Files.delete(folder().resolve("vex.json"));
        Files.delete(folder());
    }

    @Property(tries = 500)
    void whateverFailsUnderTheFloorAloneFailsUnderBoth(
            @ForAll("floors") String floor, @ForAll("repositories") String repository, @ForAll("builds") Build build) {
        var both = policy(repository, floor);
        var alone = judge(both.floorAlone(), build);
        var together = judge(both, build);
        Statistics.label("floor alone").collect(alone.status());
        if (alone.status() == Status.FAILED) {
            assertThat(together.status()).isEqualTo(Status.FAILED);
        } else if (alone.status() == Status.INCOMPLETE) {
            assertThat(together.status()).isNotEqualTo(Status.PASSED);
        }
    }

    @Property(tries = 300)
    void theFloorsRulesSayTheSameWithAndWithoutTheRepository(
            @ForAll("floors") String floor, @ForAll("repositories") String repository, @ForAll("builds") Build build) {
        var alone = ofFloor(judge(policy(null, floor), build));
        assertThat(ofFloor(judge(policy(repository, floor), build)))
                .extracting(Verdict.RuleOutcome::rule, Verdict.RuleOutcome::passed, Verdict.RuleOutcome::findings)
                .containsExactlyElementsOf(alone.stream()
                        .map(outcome -> tuple(outcome.rule(), outcome.passed(), outcome.findings()))
                        .toList());
    }

    @Property(tries = 300)
    void noOptionOfTheCommandLineLoosensTheFloor(
            @ForAll("floors") String floor, @ForAll Severity failOn, @ForAll("builds") Build build) {
        var policy = policy(null, floor);
        if (judge(policy.floorAlone(), build).status() == Status.FAILED) {
            assertThat(judge(policy.failOn(failOn), build).status()).isEqualTo(Status.FAILED);
        }
    }

    private static List<Verdict.RuleOutcome> ofFloor(Verdict verdict) {
        return verdict.rules().stream()
                .filter(outcome -> outcome.source().startsWith("floor "))
                .toList();
    }

    private static Verdict judge(Policy policy, Build build) {
        var gate = new Gate(policy, Scans.CLOCK);
        return gate.judge(gate.accept(build.findings), build.runs, build.problems);
    }

    private static Policy policy(@Nullable String repository, String floor) {
        return new PolicyReader(Scans.CLOCK)
                .of(
                        repository == null ? null : GatehouseFile.parse("repo.yml", folder(), repository),
                        GatehouseFile.parse("org.yml", folder(), floor));
    }

    private static Path folder() {
        return Objects.requireNonNull(directory);
    }

    @Provide
    Arbitrary<String> floors() {
        return file("", Arbitraries.of("", "acceptances: {max-days: 20, never: [{cwe: 79}]}"));
    }

    @Provide
    Arbitrary<String> repositories() {
        return file("own ", Arbitraries.of("", "defaults: false", "acceptances: {max-days: 3000}"));
    }

    private static Arbitrary<String> file(String prefix, Arbitrary<String> extra) {
        var gate = Combinators.combine(
                        line("scanners: ", "[]", "[sast]", "[sca]", "[sast, sca, dast]"),
                        line("unfinished: ", "ignore", "incomplete", "fail"),
                        line("problems: ", "ignore", "incomplete", "fail"),
                        line("harmless-problems: ", "[too-new]", "[too-new, unreadable]"),
                        line(
                                "database: ",
                                "{max-age-days: 3650}",
                                "{max-age-days: 1, older: fail}",
                                "{max-age-days: 9, embedded: ignore}"),
                        line("service-levels: ", "{critical: 0, low: 3650}", "{high: 3650}", "{critical: 1}"),
                        rules(prefix),
                        extra)
                .as((a, b, c, d, e, f, g, h) -> List.of(a, b, c, d, e, f, g, h));
        return Combinators.combine(gate, acceptances(), line("vex: ", "{files: [vex.json]}"))
                .as((lines, accepted, vex) -> "version: 1\n%s%s%s\n"
                        .formatted(
                                lines.stream().allMatch(String::isEmpty)
                                        ? ""
                                        : lines.stream()
                                                .filter(line -> !line.isEmpty())
                                                .map("  %s\n"::formatted)
                                                .collect(Collectors.joining("", "gate:\n", "")),
                                accepted,
                                vex));
    }

    private static Arbitrary<String> line(String key, String... values) {
        return Arbitraries.of(values).map(key::concat).injectNull(0.4).map(text -> text == null ? "" : text);
    }

    private static Arbitrary<String> rules(String prefix) {
        var condition = Arbitraries.of(
                "severity: low", "severity: critical", "cwe: [89, 79]", "state: new", "path: 'src/**'", "cvss: 1.0");
        var rule = Combinators.combine(
                        condition,
                        Arbitraries.of("", ", unless: {tag: informational}", ", unless: [{cwe: 79}]"),
                        Arbitraries.of("max", "max-new", "max-existing", "max-overdue"),
                        Arbitraries.integers().between(0, 2))
                .as((when, unless, limit, most) -> "when: {%s}%s, %s: %d".formatted(when, unless, limit, most));
        return rule.list().ofMaxSize(3).map(rules -> {
            var named = new ArrayList<String>();
            rules.forEach(text -> named.add("{name: %srule %d, %s}".formatted(prefix, named.size(), text)));
            return named.isEmpty() ? "" : "rules: [" + String.join(", ", named) + "]";
        });
    }

    private static Arbitrary<String> acceptances() {
        var about =
                Arbitraries.of("cwe: 89", "cwe: 79", "id: f0", "rule: 'CVE-*'", "package: 'pkg:maven/org.example/*'");
        return Combinators.combine(about, Arbitraries.of("2026-05-31", "2026-06-01", "2026-06-11", "2026-12-31"))
                .as((what, day) -> "  - {%s, owner: Robin, reason: none, expires: %s}\n".formatted(what, day))
                .list()
                .ofMaxSize(3)
                .map(list -> list.isEmpty() ? "" : "acceptances:\n" + String.join("", list));
    }

    @Provide
    Arbitrary<Build> builds() {
        var runs = Combinators.combine(
                        Arbitraries.of(ScannerStatus.class),
                        Arbitraries.of(ScannerStatus.class).injectNull(0.2))
                .as((sast, sca) -> sca == null
                        ? List.of(Scans.run(ScannerKind.SAST, sast))
                        : List.of(Scans.run(ScannerKind.SAST, sast), Scans.run(ScannerKind.SCA, sca)));
        var problems = Arbitraries.of("too-new", "unreadable")
                .map(kind -> new Problem(kind, "lib/a.jar", "is cut off"))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(findings(), runs, problems).as(Build::new);
    }

    private static Arbitrary<List<Finding>> findings() {
        var finding = Combinators.combine(
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(89, 79, 0),
                        Arbitraries.of(State.class),
                        Arbitraries.of("2026-05-31", "2026-01-01").injectNull(0.2),
                        Arbitraries.of(List.<String>of(), List.of("informational")))
                .as(FloorProperties::finding);
        return finding.list().ofMaxSize(4).map(list -> {
            var numbered = new ArrayList<Finding>();
            list.forEach(one -> numbered.add(one.withId("f" + numbered.size())));
            return numbered;
        });
    }

    private static Finding finding(
            Severity severity, int cwe, State state, @Nullable String firstSeen, List<String> tags) {
        var plain = cwe == 0
                ? Scans.library("f", "CVE-2020-1", severity, LIBRARY)
                : Scans.code("f", "RULE", severity, cwe, "src/Cart.java");
        return plain.withState(state, null, firstSeen).withTags(tags);
    }
}
