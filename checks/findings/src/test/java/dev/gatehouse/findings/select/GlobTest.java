package dev.gatehouse.findings.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "src/**, src/a/b.java, true",
        "src/**, src, false",
        "src/**/B.java, src/B.java, true",
        "src/**/B.java, src/a/c/B.java, true",
        "src/**/B.java, src/a/CB.java, false",
        "**/B.java, B.java, true",
        "*.java, a/B.java, false",
        "SQL_*, SQL_INJECTION, true",
        "SQL_*, NOSQL_X, false",
        "?.jar, a.jar, true",
        "?.jar, ab.jar, false",
        "a?b, a/b, false",
        "a.b, axb, false",
        "[a], a, false",
        "(a|b), a, false",
        "pkg:maven/org.example/*, pkg:maven/org.example/lib, true",
        "pkg:maven/org.example/*, pkg:maven/org.example.evil/lib, false",
    })
    void starsKeepToTheirFolder(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "**/*", "*/**/*", "?*", "**?"})
    void aPatternOfOnlyStarsSaysNothing(String pattern) {
        assertThat(new Glob(pattern).isEverything()).isTrue();
    }

    @Test
    void aNameSaysSomething() {
        assertThat(new Glob("*a*").isEverything()).isFalse();
    }

    /** Compared with a slow way of saying the same. */
    @Property(tries = 2000)
    void matchesLikeTheRegularExpressionOfTheSameMeaning(
            @ForAll @Chars({'*', '?', '/', 'a', 'b'}) @StringLength(max = 8) String pattern,
            @ForAll @Chars({'/', 'a', 'b'}) @StringLength(max = 8) String text) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(text.matches(regex(pattern)));
    }

    @Property(tries = 500)
    void aTextMatchesItself(@ForAll @CharRange(from = ' ', to = ')') @StringLength(max = 20) String text) {
        assertThat(new Glob(text).matches(text)).isTrue();
    }

    @Test
    void aHostilePatternCostsNoTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(new Glob("*".repeat(200_000)).matches("a".repeat(50))).isTrue();
            assertThat(new Glob("**/".repeat(2000)).matches("a/".repeat(500) + "b"))
                    .isFalse();
            assertThat(new Glob("*a".repeat(500) + "b").matches("a".repeat(2000)))
                    .isFalse();
        });
    }

    private static String regex(String pattern) {
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); ) {
            boolean segment = i == 0 || pattern.charAt(i - 1) == '/';
            if (segment && pattern.startsWith("**/", i)) {
                regex.append("(?:.*/|)");
                i += 3;
            } else if (pattern.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                char c = pattern.charAt(i++);
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : String.valueOf(c));
            }
        }
        return regex.toString();
    }
}
