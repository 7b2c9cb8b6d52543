package dev.gatehouse.jenkins.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.jenkins.result.ScanSummary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrendChartTest {

    @Test
    void barsStandOnTheGroundAndTheHighestFillsTheChart() {
        var chart = new TrendChart(List.of(point(1, 10), point(2, 1000)));
        var bars = chart.getBars();

        assertThat(chart.getTop()).isEqualTo(1000);
        assertThat(bars).allMatch(bar -> bar.newY() + bar.newHeight() == chart.getHeight());
        assertThat(bars.get(1).newHeight()).isEqualTo(chart.getHeight() - 2);
        assertThat(bars.get(0).newHeight()).as("little is not nothing").isPositive();
        assertThat(bars.get(0).says()).isEqualTo("#1: 10 new, 0 existing, 0 fixed, 0 accepted, gate not passed");
    }

    @Test
    void manyBuildsStayWithinTheChart() {
        var chart = new TrendChart(IntStream.rangeClosed(1, 40)
                .mapToObj(build -> point(build, build))
                .toList());

        assertThat(chart.getBars()).hasSize(40).allMatch(bar -> bar.x() + bar.width() <= chart.getWidth());
    }

    @Test
    void withoutScansThereIsNoChart() {
        assertThat(new TrendChart(List.of()).isDrawn()).isFalse();
    }

    private static TrendPoint point(int build, int findings) {
        return TrendPoint.of(build, List.of(ScanSummary.of("scan", Findings.report(Findings.many(findings)))));
    }
}
