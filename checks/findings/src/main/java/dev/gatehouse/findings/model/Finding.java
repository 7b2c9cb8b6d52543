package dev.gatehouse.findings.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One weakness at one place: what a scanner saw, and what is known about it since. Identity, OWASP mapping, baseline and
 * acceptance are added on the way to the report, each by a copy. In files it is one flat {@link FindingShape}.
 */
public record Finding(Sighting seen, Standing known) {

    /** What a scanner says, before anything is known about it but what the scanner saw. */
    public static Finding seen(
            ScannerKind scanner, String rule, String title, Severity severity, Location location, Evidence evidence) {
        var texts = new Sighting.Texts(title, "", "");
        var rating = new Sighting.Rating(severity, Confidence.MEDIUM, null);
        var sighting = new Sighting(scanner, rule, texts, rating, List.of(), location, evidence, List.of());
        return new Finding(sighting, Standing.FRESH);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Finding of(FindingShape shape) {
        return shape.finding();
    }

    /** As files have it. */
    @JsonValue
    public FindingShape shape() {
        return FindingShape.of(this);
    }

    public String id() {
        return known.id();
    }

    public ScannerKind scanner() {
        return seen.scanner();
    }

    public String rule() {
        return seen.rule();
    }

    public String title() {
        return seen.texts().title();
    }

    public String description() {
        return seen.texts().description();
    }

    public String remediation() {
        return seen.texts().remediation();
    }

    public Severity severity() {
        return seen.rating().severity();
    }

    public Confidence confidence() {
        return seen.rating().confidence();
    }

    public @Nullable Cvss cvss() {
        return seen.rating().cvss();
    }

    public List<Integer> cwe() {
        return seen.cwe();
    }

    public Location location() {
        return seen.location();
    }

    public Evidence evidence() {
        return seen.evidence();
    }

    public List<String> tags() {
        return seen.tags();
    }

    public Map<String, List<OwaspCategory>> owasp() {
        return known.owasp();
    }

    public State state() {
        return known.state();
    }

    public @Nullable Match match() {
        return known.match();
    }

    public @Nullable String firstSeen() {
        return known.firstSeen();
    }

    public @Nullable Acceptance acceptance() {
        return known.acceptance();
    }

    public @Nullable Triage triage() {
        return known.triage();
    }

    public Finding withTitle(String name) {
        return with(seen.withTexts(new Sighting.Texts(name, description(), remediation())));
    }

    public Finding withTexts(String description, String remediation) {
        return with(seen.withTexts(new Sighting.Texts(title(), description, remediation)));
    }

    public Finding withConfidence(Confidence sureness) {
        return with(seen.withRating(new Sighting.Rating(severity(), sureness, cvss())));
    }

    public Finding withCvss(@Nullable Cvss rating) {
        return with(seen.withRating(new Sighting.Rating(severity(), confidence(), rating)));
    }

    public Finding withCwe(List<Integer> numbers) {
        return with(seen.withCwe(numbers));
    }

    public Finding withLocation(Location place) {
        return with(seen.withLocation(place));
    }

    public Finding withEvidence(Evidence proof) {
        return with(seen.withEvidence(proof));
    }

    public Finding withTags(List<String> words) {
        return with(seen.withTags(words));
    }

    public Finding withId(String fingerprint) {
        return with(known.withId(fingerprint));
    }

    public Finding withOwasp(Map<String, List<OwaspCategory>> categories) {
        return with(known.withOwasp(categories));
    }

    public Finding withState(State comparison, @Nullable Match why, @Nullable String since) {
        return with(known.withState(comparison, why, since));
    }

    public Finding withAcceptance(@Nullable Acceptance letThrough) {
        return with(known.withAcceptance(letThrough));
    }

    public Finding withTriage(@Nullable Triage second) {
        return with(known.withTriage(second));
    }

    private Finding with(Sighting sighting) {
        return new Finding(sighting, known);
    }

    private Finding with(Standing standing) {
        return new Finding(seen, standing);
    }
}
