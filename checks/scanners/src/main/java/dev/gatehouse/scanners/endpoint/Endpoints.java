package dev.gatehouse.scanners.endpoint;

import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** The paths that a project's own classes answer. Classes in jars, and class files too new to read, are passed over. */
final class Endpoints {
    private final List<Endpoint> all = new ArrayList<>();
    private final Map<String, Set<String>> uses = new HashMap<>();

    private Endpoints() {}

    static Endpoints of(Project project) {
        var endpoints = new Endpoints();
        project.modules().stream()
                .flatMap(module -> module.classes().stream())
                .filter(Files::isDirectory)
                .forEach(endpoints::read);
        endpoints.all.removeIf(endpoint -> !endpoints.uses.containsKey(endpoint.className()));
        return endpoints;
    }

    /** Those that answer a path template, closest first. */
    List<Endpoint> answering(String template) {
        return all.stream()
                .filter(endpoint -> endpoint.answers(template))
                .sorted((a, b) -> b.path().length() - a.path().length())
                .toList();
    }

    /** Names of the classes that a class of the project calls. */
    Set<String> usedBy(String className) {
        return uses.getOrDefault(className, Set.of());
    }

    private void read(Path directory) {
        try (var files = Files.walk(directory)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    private void add(Path file) {
        try {
            var visitor = new ClassEndpoints();
            new ClassReader(Files.readAllBytes(file)).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            all.addAll(visitor.endpoints());
            uses.put(visitor.className(), visitor.uses());
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // damaged or too new: SAST tells so; a missing endpoint only leaves two findings unlinked
        }
    }
}
