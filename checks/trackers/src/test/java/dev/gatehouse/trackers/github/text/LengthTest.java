package dev.gatehouse.trackers.github.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class LengthTest {
    @Property(tries = 200)
    void pageIsNeverLongerAndEndsWithTheNoteWhenCut(
            @ForAll @StringLength(max = 300) String text, @ForAll @IntRange(min = 50, max = 200) int most) {
        var page = Length.page(text, most, "cut here");

        assertThat(page.length()).isLessThanOrEqualTo(most);
        assertThat(page)
                .satisfies(shown -> assertThat(shown.equals(text) || shown.endsWith("cut here\n"))
                        .isTrue());
    }

    @Property(tries = 50)
    void noteIsOutsideOfCodeBlocks(@ForAll @IntRange(min = 60, max = 120) int most) {
        var page = Length.page("```\n" + "line of code\n".repeat(30) + "```\n", most, "cut here");

        assertThat(page.lines().filter(line -> line.startsWith("```")).count()).isEven();
    }
}
