package dev.gatehouse.findings.baseline;

import static dev.gatehouse.findings.Samples.code;
import static dev.gatehouse.findings.Samples.library;
import static dev.gatehouse.findings.Samples.request;
import static dev.gatehouse.findings.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.identity.Identity;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Match;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeltaTest {
    private static final Instant YESTERDAY = Instant.parse("2026-11-22T23:30:00Z");

    @Test
    void withoutABaselineEverythingIsNew() {
        var delta = Delta.between(null, now(code("shop.Cart", "add", 10, "c0ffee")));
        assertThat(delta.findings()).extracting(Finding::state).containsExactly(State.NEW);
        assertThat(delta.fixed()).isEmpty();
    }

    @Test
    void whatDidNotChangeIsTheSame() {
        var delta = compare(code("shop.Cart", "add", 10, "c0ffee"), code("shop.Cart", "add", 10, "c0ffee"));
        assertExisting(delta, Match.Reason.SAME, null);
    }

    @Test
    void aLineInsertedAboveIsALineShift() {
        var delta = compare(code("shop.Cart", "add", 10, "c0ffee"), code("shop.Cart", "add", 11, "c0ffee"));
        assertExisting(delta, Match.Reason.LINE_SHIFT, "src/main/java/shop/Cart.java:10");
    }

    @Test
    void aRenamedPackageIsRenamed() {
        var delta = compare(code("shop.Cart", "add", 10, "c0ffee"), code("store.Cart", "add", 10, "c0ffee"));
        assertExisting(delta, Match.Reason.RENAMED, "src/main/java/shop/Cart.java:10");
    }

    @Test
    void aRenamedFileIsRenamed() {
        var delta = compare(code("shop.Cart", "add", 10, "c0ffee"), code("shop.Basket", "add", 12, "c0ffee"));
        assertExisting(delta, Match.Reason.RENAMED, "src/main/java/shop/Cart.java:10");
    }

    @Test
    void aRenamedMethodIsRenamedAndKeepsItsId() {
        var delta = compare(code("shop.Cart", "add", 10, "c0ffee"), code("shop.Cart", "put", 10, "c0ffee"));
        assertExisting(delta, Match.Reason.RENAMED, "src/main/java/shop/Cart.java:10");
    }

    @Test
    void aFileMovedToAnotherSourceFolderIsRenamed() {
        var before = code("shop.Cart", "add", 10, "c0ffee");
        var at = (Location.Code) before.location();
        var after = before.withLocation(
                new Location.Code(at.module(), "app/" + at.file(), at.className(), at.method(), 10, 10, at.context()));
        assertExisting(compare(before, after), Match.Reason.RENAMED, at.file() + ":10");
    }

    @Test
    void aMethodMovedToAnotherClassIsMovedWhenTheOldClassIsStillThere() {
        var baseline = baseline(code("shop.Cart", "add", 10, "c0ffee"));
        var delta = Delta.between(
                baseline,
                now(code("shop.Basket", "add", 10, "c0ffee")),
                new Looked(Set.of(ScannerKind.SAST), Set.of("shop.Cart", "shop.Basket")::contains));
        assertExisting(delta, Match.Reason.MOVED, "src/main/java/shop/Cart.java:10");
        assertThat(delta.findings().get(0).id())
                .isEqualTo(baseline.findings().get(0).id());
    }

    @Test
    void codeMovedToAnotherMethodOfAnotherClassIsMovedAndKeepsItsId() {
        var baseline = baseline(code("shop.Cart", "add", 10, "c0ffee"));
        var delta = Delta.between(baseline, now(code("shop", "shop.store.Dao", "find(I)V", 99, "c0ffee")));
        assertExisting(delta, Match.Reason.MOVED, "src/main/java/shop/Cart.java:10");
        assertThat(delta.findings().get(0).id())
                .isEqualTo(baseline.findings().get(0).id());
    }

    @Test
    void aFindingAboutAWholeClassFollowsTheRenamedClass() {
        var delta =
                compare(code("shop", "shop.Cart", null, 3, "outline"), code("shop", "shop.Basket", null, 3, "outline"));
        assertExisting(delta, Match.Reason.RENAMED, "src/main/java/shop/Cart.java:3");
    }

    @Test
    void aFindingAboutAWholeClassDoesNotMoveToAnotherClass() {
        var delta = Delta.between(
                baseline(code("shop", "shop.Cart", null, 3, "outline")),
                now(code("shop", "shop.Basket", null, 3, "outline")),
                new Looked(Set.of(ScannerKind.SAST), Set.of("shop.Cart", "shop.Basket")::contains));
        assertThat(delta.findings()).extracting(Finding::state).containsExactly(State.NEW);
        assertThat(delta.fixed()).hasSize(1);
    }

    @Test
    void otherCodeIsNewAndTheOldIsFixed() {
        var delta = compare(code("shop.Cart", "add", 10, "c0ffee"), code("shop.Cart", "add", 10, "decaf"));
        assertThat(delta.findings()).extracting(Finding::state).containsExactly(State.NEW);
        assertThat(delta.fixed()).hasSize(1);
    }

    @Test
    void ofTwoIdenticalFlawsInOneMethodOneFixedLeavesOneExistingAndOneFixed() {
        var upper = code("shop.Cart", "add", 10, "c0ffee");
        var lower = code("shop.Cart", "add", 20, "c0ffee");
        var baseline = baseline(upper, lower);

        var lowerFixed = Delta.between(baseline, now(code("shop.Cart", "add", 12, "c0ffee")));
        assertExisting(lowerFixed, Match.Reason.LINE_SHIFT, "src/main/java/shop/Cart.java:10");
        assertThat(lowerFixed.fixed()).extracting(Finding::location).containsExactly(lower.location());

        var upperFixed = Delta.between(baseline, now(code("shop.Cart", "add", 19, "c0ffee")));
        assertExisting(upperFixed, Match.Reason.LINE_SHIFT, "src/main/java/shop/Cart.java:20");
        assertThat(upperFixed.fixed()).extracting(Finding::location).containsExactly(upper.location());
    }

    @Test
    void aNewTwinAboveDoesNotTakeTheIdOfTheOldOne() {
        var baseline = baseline(code("shop.Cart", "add", 10, "c0ffee"));
        var delta = Delta.between(
                baseline, now(code("shop.Cart", "add", 10, "c0ffee"), code("shop.Cart", "add", 5, "c0ffee")));
        assertThat(delta.findings()).extracting(Finding::state).containsExactly(State.EXISTING, State.NEW);
        assertThat(delta.findings()).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(delta.findings().get(0).id())
                .isEqualTo(baseline.findings().get(0).id());
    }

    @Test
    void aPatchBumpOfALibraryThatDoesNotHelpIsTheSameFinding() {
        var delta = compare(
                library("pkg:maven/org.apache.struts/struts2-core@2.3.20", "lib/struts2-core-2.3.20.jar", "CVE-1"),
                library("pkg:maven/org.apache.struts/struts2-core@2.3.24", "lib/struts2-core-2.3.24.jar", "CVE-1"));
        assertExisting(delta, Match.Reason.SAME, "pkg:maven/org.apache.struts/struts2-core@2.3.20");
    }

    @Test
    void ofTwoVersionsOfALibraryTheOneThatIsGoneIsFixed() {
        var old = library("pkg:maven/g/a@1.0", "lib/a-1.0.jar", "CVE-1");
        var current = library("pkg:maven/g/a@2.0", "lib/a-2.0.jar", "CVE-1");
        var delta = Delta.between(baseline(old, current), now(current));
        assertExisting(delta, Match.Reason.SAME, null);
        assertThat(delta.fixed()).extracting(Finding::location).containsExactly(old.location());
    }

    @Test
    void aLibraryThatChangedItsGroupIsRenamed() {
        var delta = compare(
                library("pkg:maven/commons-foo/commons-foo@1.0", "lib/commons-foo-1.0.jar", "CVE-1"),
                library("pkg:maven/org.apache.commons/commons-foo@1.1", "lib/commons-foo-1.1.jar", "CVE-1"));
        assertExisting(delta, Match.Reason.RENAMED, "pkg:maven/commons-foo/commons-foo@1.0");
    }

    @Test
    void aRequestToAnotherHostIsTheSameFinding() {
        var delta = compare(
                request("GET", "http://localhost:1/orders/7", "/orders/{id}", "q"),
                request("GET", "http://localhost:2/orders/8", "/orders/{id}", "q"));
        assertExisting(delta, Match.Reason.SAME, null);
    }

    @Test
    void whatWasFixedAndComesBackIsReintroducedEvenManyBuildsLater() {
        var flaw = code("shop.Cart", "add", 10, "c0ffee");
        var first = baseline(flaw);
        var fixing = Delta.between(first, List.of());
        var second = after(fixing);
        var third = after(Delta.between(second, List.of()));
        var back = Delta.between(third, now(code("shop.Cart", "add", 14, "c0ffee")));
        assertThat(fixing.fixed()).hasSize(1);
        assertThat(third.fixedEarlier()).hasSize(1);
        assertThat(back.findings()).extracting(Finding::state).containsExactly(State.REINTRODUCED);
        assertThat(back.findings())
                .extracting(Finding::id)
                .containsExactly(first.findings().get(0).id());
        assertThat(back.findings().get(0).firstSeen()).isEqualTo("2026-11-22");
        assertThat(back.carried().fixedEarlier()).isEmpty();
    }

    @Test
    void aScannerThatDidNotCompleteFixesNothing() {
        var flaw = code("shop.Cart", "add", 10, "c0ffee");
        var looked = Looked.by(
                List.of(run(ScannerKind.SCA, ScannerStatus.COMPLETED), run(ScannerKind.SAST, ScannerStatus.TIMED_OUT)),
                any -> true);
        var delta = Delta.between(baseline(flaw, library("pkg:maven/g/a@1", "a.jar", "CVE-1")), List.of(), looked);
        assertThat(delta.fixed()).extracting(Finding::scanner).containsExactly(ScannerKind.SCA);
        assertThat(delta.carried().notChecked()).extracting(Finding::scanner).containsExactly(ScannerKind.SAST);
        var next = Delta.between(after(delta), now(flaw));
        assertThat(next.findings()).extracting(Finding::state).containsExactly(State.EXISTING);
    }

    @Test
    void theDayOfTheFirstSightIsInherited() {
        var delta = compare(code("shop.Cart", "add", 10, "c0ffee"), code("shop.Cart", "add", 10, "c0ffee"));
        assertThat(delta.findings().get(0).firstSeen()).isEqualTo("2026-11-22");
    }

    private static void assertExisting(
            Delta delta, Match.Reason reason, @org.jspecify.annotations.Nullable String from) {
        assertThat(delta.findings()).hasSize(1);
        assertThat(delta.findings().get(0).state()).isEqualTo(State.EXISTING);
        assertThat(delta.findings().get(0).match()).isEqualTo(new Match(reason, from));
    }

    private static Delta compare(Finding before, Finding after) {
        var delta = Delta.between(baseline(before), now(after));
        assertThat(delta.fixed()).hasSize(delta.findings().get(0).state() == State.NEW ? 1 : 0);
        return delta;
    }

    private static Baseline baseline(Finding... findings) {
        return new Baseline("shop", YESTERDAY, null, null, now(findings), List.of());
    }

    /** As {@link Baseline#of} does it for the report of that build. */
    private static Baseline after(Delta delta) {
        return new Baseline(
                "shop",
                YESTERDAY.plusSeconds(86_400),
                null,
                null,
                join(delta.findings(), delta.carried().notChecked()),
                join(delta.fixed(), delta.carried().fixedEarlier()));
    }

    private static List<Finding> join(List<Finding> some, List<Finding> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Finding> now(Finding... findings) {
        return Identity.assign(Arrays.asList(findings));
    }
}
