package dev.gatehouse.trackers.jira.issue;

import dev.gatehouse.findings.config.Sha256;
import java.util.regex.Pattern;

/**
 * What an issue is known by, the same in every build on every machine: an issue property holds it where people do not see
 * it, and a label where a search finds it.
 *
 * @param id twenty-four hexadecimal digits
 * @param generation 1, and one more for each closed issue that the workflow did not let open again
 */
public record Marker(String id, int generation) {
    private static final Pattern LABEL = Pattern.compile("gatehouse-([0-9a-f]{24})(?:-([1-9][0-9]{0,4}))?");

    static Marker of(Owner owner, String group) {
        return new Marker(
                Sha256.of("issue", owner.source(), owner.branch(), group).substring(0, 24), 1);
    }

    public Marker withGeneration(int number) {
        return new Marker(id, number);
    }

    public Marker next() {
        return new Marker(id, generation + 1);
    }

    public String label() {
        return "gatehouse-" + id + (generation == 1 ? "" : "-" + generation);
    }

    /** The remote link's global id, by which Jira finds the issue when the label is gone. */
    public String globalId() {
        return "gatehouse:" + id + ":" + generation;
    }

    /** Reads {@link #label()}; empty for any other label. */
    public static java.util.Optional<Marker> ofLabel(String label) {
        var match = LABEL.matcher(label);
        return match.matches()
                ? java.util.Optional.of(
                        new Marker(match.group(1), match.group(2) == null ? 1 : Integer.parseInt(match.group(2))))
                : java.util.Optional.empty();
    }
}
