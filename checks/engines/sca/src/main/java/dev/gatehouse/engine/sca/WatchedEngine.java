package dev.gatehouse.engine.sca;

import dev.gatehouse.engine.protocol.EngineLoop;
import java.util.List;
import java.util.Locale;
import org.owasp.dependencycheck.Engine;
import org.owasp.dependencycheck.analyzer.Analyzer;
import org.owasp.dependencycheck.exception.ExceptionCollection;
import org.owasp.dependencycheck.utils.Settings;

/** Dependency-Check's engine, telling which of its analysers is at work. */
final class WatchedEngine extends Engine {
    private final EngineLoop.Reporter reporter;
    private int analysersDone;

    WatchedEngine(Settings settings, EngineLoop.Reporter reporter) {
        super(settings);
        this.reporter = reporter;
    }

    @Override
    protected void executeAnalysisTasks(Analyzer analyser, List<Throwable> exceptions) throws ExceptionCollection {
        long all = getAnalyzers().stream().filter(Analyzer::isEnabled).count();
        reporter.at(analyser.getName().toLowerCase(Locale.ROOT), Math.min(analysersDone++, all), all);
        super.executeAnalysisTasks(analyser, exceptions);
    }
}
