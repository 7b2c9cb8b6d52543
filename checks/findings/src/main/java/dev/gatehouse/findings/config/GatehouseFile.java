package dev.gatehouse.findings.config;

import dev.gatehouse.findings.text.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A {@code .gatehouse.yml} file, or an organisation's floor, as far as all its sections share it: its name, the names of
 * the sections, and that nothing else is in it. Each section is read by the part that owns it.
 *
 * @param name as messages show it
 * @param directory that holds it; other files that it names are looked for there
 * @param text the whole content, for a digest
 */
public record GatehouseFile(String name, Path directory, String text, YamlMap keys) {

    public static final String NAME = ".gatehouse.yml";

    /** Every name that may stand at the top. */
    public static final List<String> SECTIONS = List.of(
            "version",
            "gate",
            "acceptances",
            "vex",
            "dast",
            "triage",
            "trackers",
            "release",
            "versions",
            "approvals",
            "fleet");

    /** Reads the file; an unknown section or version is told by {@link #mistakes()}. */
    public static GatehouseFile open(Path file) {
        var parent = file.toAbsolutePath().normalize().getParent();
        return parse(file.toString(), parent == null ? file : parent, YamlFile.text(file));
    }

    /** As {@link #open}, from memory. */
    public static GatehouseFile parse(String name, Path directory, String text) {
        return new GatehouseFile(
                VisibleText.brief(name), directory, text, YamlFile.parse(VisibleText.brief(name), text));
    }

    /** Reads the file and refuses unknown sections and versions. */
    public static GatehouseFile read(Path file) {
        var opened = open(file);
        opened.mistakes().throwIfAny();
        return opened;
    }

    /** Unknown sections and an unknown version. */
    public Mistakes mistakes() {
        var mistakes = new Mistakes();
        mistakes.addAll(keys.strangers(SECTIONS));
        keys.get("version").ifPresent(version -> mistakes.in(() -> version.integer(1, 1)));
        return mistakes;
    }

    /** The section of that name, if the file has it. */
    public Optional<YamlValue> section(String section) {
        return keys.get(section);
    }
}
