package dev.gatehouse.trackers.jira.owners;

import dev.gatehouse.findings.select.Glob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A CODEOWNERS file, as GitHub and GitLab read it: the last pattern that fits a path decides. */
final class CodeOwners {
    private static final List<String> PLACES =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");
    /** GitHub reads no larger one. */
    private static final long LARGEST = 3L << 20;

    private final List<Rule> rules;

    private CodeOwners(List<Rule> rules) {
        this.rules = rules;
    }

    private record Rule(List<Glob> patterns, List<String> owners) {}

    /** The first of the usual places that has one; without rules when none does or it cannot be read. */
    static CodeOwners of(Path root) {
        for (var place : PLACES) {
            var file = root.resolve(place);
            try {
                if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                    return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            } catch (IOException unreadable) {
                // owners are a proposal only: an issue without one is right, too
                return new CodeOwners(List.of());
            }
        }
        return new CodeOwners(List.of());
    }

    static CodeOwners parse(String text) {
        return new CodeOwners(text.lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("[") && !line.startsWith("^["))
                .map(CodeOwners::rule)
                .toList());
    }

    private static Rule rule(String line) {
        var words = line.replace("\\ ", "\0").split("\\s+");
        var pattern = words[0].replace('\0', ' ');
        return new Rule(
                globs(pattern),
                Arrays.stream(words).skip(1).filter(word -> word.contains("@")).toList());
    }

    /** A pattern with a slash within starts at the root; one that names a folder holds for all below it. */
    private static List<Glob> globs(String pattern) {
        boolean rooted = pattern.substring(0, pattern.length() - 1).contains("/");
        var path = (rooted ? "" : "**/") + pattern.replaceFirst("^/", "").replaceFirst("/$", "");
        var globs = new ArrayList<Glob>();
        if (!pattern.endsWith("/")) {
            globs.add(new Glob(path));
        }
        if (!pattern.endsWith("/*")) {
            globs.add(new Glob(path + "/**"));
        }
        return globs;
    }

    /** Those of a path from the root; none where no pattern fits, or where the last that fits names nobody. */
    List<String> of(String path) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (rules.get(i).patterns().stream().anyMatch(pattern -> pattern.matches(path))) {
                return rules.get(i).owners();
            }
        }
        return List.of();
    }
}
