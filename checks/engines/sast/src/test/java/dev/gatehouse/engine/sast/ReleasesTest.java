package dev.gatehouse.engine.sast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.baseline.Baseline;
import dev.gatehouse.findings.baseline.Delta;
import dev.gatehouse.findings.baseline.Looked;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Match;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two releases of Apache Commons Exec, 1.3 of 2014 and 1.4.0 of 2024, as they are on Maven Central. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasesTest {
    private static final Path OLD = Path.of("target/releases/commons-exec-1.3.jar");
    private static final Path NEW = Path.of("target/releases/commons-exec-1.4.0.jar");
    private static final String LAUNCHERS = "org.apache.commons.exec.launcher.";

    private List<Finding> before = List.of();
    private Delta delta = Delta.between(null, List.of());

    @BeforeAll
    void compare() throws Exception {
        before = Analysed.findings(OLD);
        delta = between(before, NEW);
    }

    private static Delta between(List<Finding> before, Path release) throws Exception {
        var baseline = new Baseline("exec", Instant.EPOCH, null, null, before, List.of());
        var classes = classes(release);
        return Delta.between(
                baseline, Analysed.findings(release), new Looked(Set.of(ScannerKind.SAST), classes::contains));
    }

    private static Set<String> classes(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName().replace('/', '.').replaceFirst("\\.class$", ""))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void theSameReleaseIsTheSame() throws Exception {
        var again = between(before, OLD);

        assertThat(again.fixed()).isEmpty();
        assertThat(again.findings())
                .hasSameSizeAs(before)
                .allSatisfy(finding -> assertThat(reason(finding)).isEqualTo(Match.Reason.SAME));
    }

    @Test
    void whatMovedByTenLinesInTenYearsIsALineShift() {
        assertThat(in("org.apache.commons.exec.util.DebugUtils"))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        "IMPROPER_UNICODE", "IMPROPER_UNICODE", "INFORMATION_EXPOSURE_THROUGH_AN_ERROR_MESSAGE");
        assertThat(in("org.apache.commons.exec.util.DebugUtils")).allSatisfy(finding -> {
            assertThat(finding.state()).isEqualTo(State.EXISTING);
            assertThat(reason(finding)).isEqualTo(Match.Reason.LINE_SHIFT);
            assertThat(before).extracting(Finding::id).contains(finding.id());
        });
    }

    /** The file writer of 1.3 was told nothing about who may read the script; 1.4.0 writes in another way. */
    @Test
    void whatIsGoneIsFixed() {
        assertThat(delta.fixed())
                .filteredOn(finding -> className(finding).equals(LAUNCHERS + "VmsCommandLauncher"))
                .extracting(Finding::rule)
                .containsExactly("PATH_TRAVERSAL_OUT");
        assertThat(in(LAUNCHERS + "VmsCommandLauncher")).isEmpty();
    }

    /** Both launchers still start a process, by statements that were written anew: somebody has to look again. */
    @Test
    void codeThatWasWrittenAnewIsNewAndTheOldIsFixed() {
        var launchers = List.of(LAUNCHERS + "CommandLauncherImpl", LAUNCHERS + "Java13CommandLauncher");
        assertThat(delta.findings().stream().filter(finding -> finding.state() == State.NEW))
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo("COMMAND_INJECTION"))
                .extracting(ReleasesTest::className)
                .containsExactlyInAnyOrderElementsOf(launchers);
        assertThat(delta.fixed()).extracting(ReleasesTest::className).containsAll(launchers);
    }

    private List<Finding> in(String className) {
        return delta.findings().stream()
                .filter(finding -> className(finding).equals(className))
                .toList();
    }

    private static String className(Finding finding) {
        return ((Location.Code) finding.location()).className();
    }

    private static Match.Reason reason(Finding finding) {
        return Objects.requireNonNull(finding.match()).reason();
    }
}
