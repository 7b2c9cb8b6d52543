package dev.gatehouse.engine.sast;

import dev.gatehouse.engine.protocol.EngineLoop;
import dev.gatehouse.engine.protocol.sast.SastAnswer;
import dev.gatehouse.engine.protocol.sast.SastRequest;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looks at one module at a time; two at once in one process would lose findings. */
final class Analysis {
    private final PluginJar jar;
    private final RuleFacts facts;

    Analysis(PluginJar jar, RuleFacts facts) {
        this.jar = jar;
        this.facts = facts;
    }

    SastAnswer run(SastRequest request, EngineLoop.Reporter progress)
            throws IOException, InterruptedException, EngineFault {
        var classes = ClassFiles.in(request.classes());
        var problems = new ArrayList<>(classes.problems());
        problems.addAll(ClassPath.problems(request.classPath()));
        if (classes.count() == 0) {
            return new SastAnswer(List.of(), 0, 0, problems);
        }
        try (var plugin = LoadedPlugin.load(jar);
                var project = new Project();
                var engine = new FindBugs2()) {
            var preferences = UserPreferences.createDefaultUserPreferences();
            preferences.setEffort(UserPreferences.EFFORT_DEFAULT);
            preferences.setUserDetectorThreshold(Priorities.LOW_PRIORITY);
            int detectors = plugin.choose(preferences, request.detectors(), facts.detectors());
            project.setProjectName(request.module());
            project.setPluginStatusTrinary(plugin.id(), true);
            request.classes().forEach(project::addFile);
            ClassPath.readable(request.classPath()).forEach(project::addAuxClasspathEntry);
            project.setConfiguration(preferences);
            var heard = new Heard(request.module(), facts);
            engine.setDetectorFactoryCollection(DetectorFactoryCollection.instance());
            engine.setBugReporter(heard);
            engine.setProject(project);
            engine.setUserPreferences(preferences);
            engine.setProgressCallback(new ClassCount(progress));
            engine.setNoClassOk(true);
            engine.setScanNestedArchives(false);
            engine.finishSettings();
            engine.execute();
            var findings =
                    new Conversion(request.module(), facts, classes, own(request, classes)).findings(heard.bugs());
            problems.addAll(heard.problems());
            problems.addAll(classes.problems());
            return new SastAnswer(
                    findings,
                    classes.count(),
                    detectors,
                    problems.stream().distinct().sorted(Heard.ORDER).toList());
        }
    }

    /** The project's own types: those of the module, and those of the modules beside it, which come as directories. */
    private static Predicate<String> own(SastRequest request, ClassFiles classes) {
        var beside = ClassFiles.in(request.classPath().stream()
                .filter(entry -> Files.isDirectory(Path.of(entry)))
                .toList());
        return name -> classes.has(name) || beside.has(name);
    }
}
