package dev.gatehouse.scanners.project.maven;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.scanners.project.maven.settings.MavenSettings;
import dev.gatehouse.scanners.project.maven.settings.SettingsProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuilder;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelProblem;

/** The effective models of a build: root first, then depth first in the order of the module lists. */
final class Reactor {
    private final ModelBuilder builder = new DefaultModelBuilderFactory().newInstance();
    private final Properties system = MavenSettings.systemProperties();
    private final Repository repository;
    private final MavenSettings settings;
    private final RawPoms raw;
    private final PomFiles files;
    private final Set<Path> visited = new HashSet<>();
    private final List<Model> models = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> inactive = new LinkedHashSet<>();

    Reactor(Repository repository, MavenSettings settings, RawPoms raw, PomFiles files) {
        this.repository = repository;
        this.settings = settings;
        this.raw = raw;
        this.files = files;
    }

    /** Reads the module of this pom and those below it. */
    void read(Path pom) throws IOException {
        if (!visited.add(pom.toRealPath())) {
            return;
        }
        Model written;
        try {
            written = raw.read(pom);
        } catch (PomFiles.EntitiesRefused e) {
            problems.add(new Problem("xml-entities", pom.toString(), "The pom was not read: " + e.getMessage() + "."));
            return;
        } catch (IOException e) {
            problems.add(
                    new Problem("unreadable-pom", pom.toString(), "The pom cannot be read: " + e.getMessage() + "."));
            return;
        }
        var model = effective(pom, written);
        models.add(model);
        for (var module : model.getModules()) {
            var child = RawPoms.modulePom(pom, module).filter(Files::isRegularFile);
            if (child.isPresent()) {
                read(child.get());
            } else {
                files.absent(pom.resolveSibling("pom.xml"));
                problems.add(new Problem(
                        "missing-module",
                        pom.toString(),
                        "The module '%s' that the pom lists is not there.".formatted(module)));
            }
        }
        written.getProfiles().stream()
                .flatMap(profile -> profile.getModules().stream())
                .filter(module -> !model.getModules().contains(module))
                .forEach(inactive::add);
    }

    private Model effective(Path pom, Model written) {
        var request = new DefaultModelBuildingRequest()
                .setPomFile(pom.toFile())
                .setModelSource(new PomSource(pom, files))
                .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL)
                .setProcessPlugins(false)
                .setTwoPhaseBuilding(false)
                .setSystemProperties(system)
                .setUserProperties(settings.call().userProperties())
                .setProfiles(SettingsProfiles.of(settings))
                .setActiveProfileIds(SettingsProfiles.active(settings))
                .setInactiveProfileIds(SettingsProfiles.inactive(settings))
                .setModelResolver(new RepositoryModels(repository, raw, files, List.of()));
        try {
            return builder.build(request).getEffectiveModel();
        } catch (ModelBuildingException e) {
            var reasons = e.getProblems().stream()
                    .filter(problem -> problem.getSeverity() != ModelProblem.Severity.WARNING)
                    .map(problem -> problem.getMessage().strip())
                    .distinct()
                    .limit(3)
                    .collect(Collectors.joining("; "));
            problems.add(new Problem(
                    MavenBuild.UNRESOLVED,
                    pom.toString(),
                    "The pom cannot be worked out, so its dependencies are not known: %s.".formatted(reasons)));
            return asWritten(pom, written);
        }
    }

    /** What can be said of a module whose effective model is unknown: its conventional folders and its modules. */
    private static Model asWritten(Path pom, Model written) {
        var model = written.clone();
        model.setPomFile(pom.toFile());
        model.setDependencies(List.of());
        var parent = written.getParent();
        model.setGroupId(
                written.getGroupId() != null ? written.getGroupId() : parent == null ? "" : parent.getGroupId());
        model.setVersion(
                written.getVersion() != null ? written.getVersion() : parent == null ? "" : parent.getVersion());
        var build = new Build();
        build.setOutputDirectory(pom.resolveSibling("target/classes").toString());
        build.setSourceDirectory(pom.resolveSibling("src/main/java").toString());
        model.setBuild(build);
        return model;
    }

    List<Model> models() {
        return models;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Modules that only a profile names which is not active. */
    Set<String> inactiveModules() {
        return inactive;
    }
}
