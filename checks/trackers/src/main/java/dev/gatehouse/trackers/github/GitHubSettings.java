package dev.gatehouse.trackers.github;

import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code trackers.github} of the policy file. It says what is told and how; where GitHub is and who we are is
 * never in it, or the author of a change could have the credentials sent elsewhere.
 *
 * @param name of the check, the status and the comment
 * @param category first part of every category of code scanning
 * @param codeScanning whether SARIF is uploaded
 * @param check whether the verdict is shown at the commit
 * @param comment whether pull requests get a comment
 * @param annotations new findings that are shown at their lines, at most
 */
public record GitHubSettings(
        String name, String category, boolean codeScanning, boolean check, boolean comment, int annotations) {
    public static final GitHubSettings DEFAULT = new GitHubSettings("Gatehouse", "gatehouse", true, true, true, 200);

    private static final List<String> KEYS =
            List.of("name", "category", "code-scanning", "check", "comment", "annotations");
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,99}";
    private static final String CATEGORY = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    /** Reads the part; mistakes are gathered, not thrown. */
    public static GitHubSettings read(@Nullable YamlMap part, Mistakes mistakes) {
        if (part == null) {
            return DEFAULT;
        }
        mistakes.addAll(part.strangers(KEYS));
        return new GitHubSettings(
                in(part, "name", value -> matching(value, NAME), mistakes).orElse(DEFAULT.name()),
                in(part, "category", value -> matching(value, CATEGORY), mistakes)
                        .orElse(DEFAULT.category()),
                in(part, "code-scanning", YamlValue::bool, mistakes).orElse(DEFAULT.codeScanning()),
                in(part, "check", YamlValue::bool, mistakes).orElse(DEFAULT.check()),
                in(part, "comment", YamlValue::bool, mistakes).orElse(DEFAULT.comment()),
                in(part, "annotations", value -> value.integer(0, 1_000), mistakes)
                        .orElse(DEFAULT.annotations()));
    }

    private static <T> Optional<T> in(YamlMap part, String key, Function<YamlValue, T> reader, Mistakes mistakes) {
        return part.get(key).flatMap(value -> mistakes.in(() -> reader.apply(value)));
    }

    private static String matching(YamlValue value, String pattern) {
        if (!value.text().matches(pattern)) {
            throw value.wrong("'%s' is no name here: use up to 100 letters, digits, dots, hyphens and underscores"
                    .formatted(value.text()));
        }
        return value.text();
    }
}
