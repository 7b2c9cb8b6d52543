package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.dast.settings.DastRequest;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report depends on makes another key; what it does not depend on makes none. */
class ScanKeyTest {
    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-25T00:00:01Z"), ZoneOffset.UTC);
    private static final Clock EVENING = Clock.offset(MORNING, Duration.ofHours(23));
    private static final Clock TOMORROW = Clock.offset(MORNING, Duration.ofHours(24));

    @TempDir
    Path home;

    private Path baseline = Path.of("");
    private String usual = "";

    @BeforeEach
    void anInstallation() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("lib")).resolve("command.jar"), "one");
        baseline = Files.writeString(home.resolve("baseline.json"), "{}");
        usual = key(MORNING, 2, policy(), null, project("a"), "sast 1").orElseThrow();
    }

    @Test
    void theSameDayTheSameKeyTheNextDayAnother() {
        assertThat(key(EVENING, 2, policy(), null, project("a"), "sast 1")).contains(usual);
        assertThat(key(TOMORROW, 2, policy(), null, project("a"), "sast 1"))
                .isPresent()
                .isNotEqualTo(Optional.of(usual));
    }

    @Test
    void howManyThreadsLookDoesNotCount() {
        assertThat(key(MORNING, 7, policy(), null, project("a"), "sast 1")).contains(usual);
    }

    @Test
    void policyBaselineProjectScannersAndTheCommandItselfCount() throws IOException {
        var others = List.of(
                key(MORNING, 2, policy().failOn(Severity.LOW), null, project("a"), "sast 1"),
                key(MORNING, 2, policy(), baseline, project("a"), "sast 1"),
                key(MORNING, 2, policy(), null, project("b"), "sast 1"),
                key(MORNING, 2, policy(), null, project("a"), "sast 2"));
        assertThat(others).doesNotContain(Optional.empty(), Optional.of(usual)).doesNotHaveDuplicates();

        Files.writeString(baseline, "{ }");
        assertThat(key(MORNING, 2, policy(), baseline, project("a"), "sast 1"))
                .isPresent()
                .isNotEqualTo(others.get(1));
        Files.writeString(home.resolve("lib/command.jar"), "two");
        assertThat(key(MORNING, 2, policy(), null, project("a"), "sast 1"))
                .isPresent()
                .isNotEqualTo(Optional.of(usual));
    }

    @Test
    void whatCannotBeKnownBeforehandHasNone() throws IOException {
        assertThat(key(MORNING, 2, policy(), null, project("a"), null)).isEmpty();
        Files.delete(baseline);
        assertThat(key(MORNING, 2, policy(), baseline, project("a"), "sast 1")).isEmpty();
    }

    private Optional<String> key(
            Clock clock, int threads, Policy policy, @Nullable Path known, Project project, @Nullable String scanner) {
        var installation = new Installation(home, home.resolve("java"), home, home, 0, false);
        return new ScanKey(installation, FileDigests.forgetful(clock), clock)
                .of(options(threads), policy, known, project, List.of(new Fixed(scanner)));
    }

    private static Policy policy() {
        return new PolicyReader(MORNING).read(null, null);
    }

    private Project project(String name) {
        return new Project(name, "folder", home, List.of(), List.of(), List.of(), List.of());
    }

    private ScanOptions options(int threads) {
        return new ScanOptions(
                home,
                EnumSet.of(ScannerKind.SAST),
                null,
                null,
                null,
                null,
                home.resolve("out"),
                List.of(),
                List.of(),
                List.of(),
                threads,
                true,
                true,
                null,
                DastRequest.NOTHING,
                Duration.ofMinutes(1));
    }

    /** A scanner that goes by this alone. */
    private record Fixed(@Nullable String goesBy) implements Scanner {
        @Override
        public ScannerKind kind() {
            return ScannerKind.SAST;
        }

        @Override
        public Optional<String> key(Project project) {
            return Optional.ofNullable(goesBy);
        }

        @Override
        public Result scan(Project project, Progress progress) {
            throw new UnsupportedOperationException("nobody asks for it here");
        }
    }
}
