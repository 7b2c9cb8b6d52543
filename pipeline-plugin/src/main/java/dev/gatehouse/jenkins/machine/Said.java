package dev.gatehouse.jenkins.machine;

/**
 * What the command did.
 *
 * @param code its exit code
 * @param text what it wrote, with stars in place of secrets
 */
public record Said(int code, String text) {

    /** What it wrote as a result for programs: one line, whatever else was written around it. */
    public String json() {
        return text.lines()
                .filter(line -> line.startsWith("{"))
                .reduce((first, last) -> last)
                .orElse("");
    }
}
