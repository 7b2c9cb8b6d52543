package dev.gatehouse.cli.progress;

import dev.gatehouse.findings.text.VisibleText;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar a task, redrawn in place. */
final class Bars implements ProgressDisplay {
    private static final int REDRAW_MILLIS = 100;
    private static final int WIDEST = 110;

    private final PrintStream messages;
    private final int columns;
    private final Map<String, ProgressBar> bars = new LinkedHashMap<>();

    Bars(PrintStream messages, int columns) {
        this.messages = messages;
        this.columns = Math.min(columns, WIDEST);
    }

    @Override
    public synchronized void at(String task, String doing, long done, long total) {
        var bar = bars.computeIfAbsent(task, this::newBar);
        bar.maxHint(total > 0 ? total : -1);
        bar.stepTo(done);
        bar.setExtraMessage(VisibleText.exact(doing));
    }

    private ProgressBar newBar(String task) {
        return new ProgressBarBuilder()
                .setTaskName("%-9s".formatted(task))
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setMaxRenderedLength(columns)
                .setConsumer(new InteractiveConsoleProgressBarConsumer(messages, columns))
                .hideEta()
                .continuousUpdate()
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public synchronized void close() {
        bars.values().forEach(ProgressBar::close);
        bars.clear();
    }
}
