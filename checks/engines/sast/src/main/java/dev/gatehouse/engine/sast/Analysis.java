package dev.gatehouse.engine.sast;

import dev.gatehouse.engine.protocol.EngineLoop;
import dev.gatehouse.engine.protocol.classpath.OpenEntries;
import dev.gatehouse.engine.protocol.sast.Lookups;
import dev.gatehouse.engine.protocol.sast.SastAnswer;
import dev.gatehouse.engine.protocol.sast.SastRequest;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looks at one module at a time; two at once in one process would lose findings. */
final class Analysis {
    private final PluginJar jar;
    private final RuleFacts facts;
    private final OpenEntries entries;

    /** @param entries what earlier modules of this process had on their class paths, still open */
    Analysis(PluginJar jar, RuleFacts facts, OpenEntries entries) {
        this.jar = jar;
        this.facts = facts;
        this.entries = entries;
    }

    SastAnswer run(SastRequest request, EngineLoop.Reporter progress)
            throws IOException, InterruptedException, EngineFault {
        var classes = ClassFiles.in(request.classes());
        var problems = new ArrayList<>(classes.problems());
        var classPath = ClassPathEntries.of(request.classPath(), entries);
        problems.addAll(classPath.problems());
        if (classes.count() == 0) {
            return new SastAnswer(List.of(), 0, 0, problems, Lookups.NONE);
        }
        var libraries = new Libraries(classPath.readable());
        try (var work = TemporaryFolder.make();
                var plugin = LoadedPlugin.load(jar);
                var project = new Project();
                var engine = new FindBugsOnLibraries(libraries)) {
            var preferences = UserPreferences.createDefaultUserPreferences();
            preferences.setEffort(UserPreferences.EFFORT_DEFAULT);
            preferences.setUserDetectorThreshold(Priorities.LOW_PRIORITY);
            int detectors = plugin.choose(preferences, request.detectors(), facts.detectors());
            project.setProjectName(request.module());
            project.setPluginStatusTrinary(plugin.id(), true);
            for (var root : classes.roots(work.path())) {
                project.addFile(root.toString());
            }
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
            Predicate<String> own = name -> classes.has(name) || libraries.isBeside(name);
            var findings = new Conversion(request, facts, classes, own).findings(heard.bugs());
            problems.addAll(heard.problems());
            problems.addAll(classes.problems());
            return new SastAnswer(
                    findings,
                    classes.count(),
                    detectors,
                    problems.stream().distinct().sorted(Heard.ORDER).toList(),
                    libraries.lookups());
        }
    }
}
