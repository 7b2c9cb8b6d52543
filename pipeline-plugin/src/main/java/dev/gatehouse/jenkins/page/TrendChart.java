package dev.gatehouse.jenkins.page;

import java.util.ArrayList;
import java.util.List;

/** The geometry of the trend: one bar a build, existing findings below and new ones on top. Drawn as SVG, no script. */
public final class TrendChart {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 120;
    private static final int WIDEST_BAR = 40;
    private static final int GAP = 2;

    private final List<TrendPoint> points;

    TrendChart(List<TrendPoint> points) {
        this.points = List.copyOf(points);
    }

    public int getWidth() {
        return WIDTH;
    }

    public int getHeight() {
        return HEIGHT;
    }

    public boolean isDrawn() {
        return !points.isEmpty();
    }

    /** The number that a bar of full height stands for. */
    public int getTop() {
        return Math.max(1, points.stream().mapToInt(TrendPoint::total).max().orElse(1));
    }

    public List<Bar> getBars() {
        int width = Math.min(WIDEST_BAR, WIDTH / Math.max(1, points.size()));
        var bars = new ArrayList<Bar>();
        for (var point : points) {
            bars.add(bar(point, bars.size() * width, Math.max(1, width - GAP)));
        }
        return bars;
    }

    private Bar bar(TrendPoint point, int x, int width) {
        int existing = height(point.getExistingFindings());
        int fresh = height(point.getNewFindings());
        return new Bar(point, x, width, HEIGHT - existing, existing, HEIGHT - existing - fresh, fresh);
    }

    /** In whole units of the drawing; what is not nothing can be seen. */
    private int height(int count) {
        return count == 0 ? 0 : Math.max(1, (int) ((long) count * (HEIGHT - 2) / getTop()));
    }

    /** One build's bar; y counts from the top. */
    public record Bar(TrendPoint point, int x, int width, int existingY, int existingHeight, int newY, int newHeight) {
        /** What a reader is told who cannot see the bar. */
        public String says() {
            return "#%d: %d new, %d existing, %d fixed, %d accepted, gate %s"
                    .formatted(
                            point.getBuild(),
                            point.getNewFindings(),
                            point.getExistingFindings(),
                            point.getFixedFindings(),
                            point.getAcceptedFindings(),
                            point.isPassed() ? "passed" : "not passed");
        }
    }
}
