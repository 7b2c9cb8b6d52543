package dev.gatehouse.scanners.endpoint;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.report.Confirmation;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Finds out which findings of code and dependencies a finding of the running application confirms: the same weakness, and the
 * class that answers the path. A dependency's finding is confirmed when that class calls into the library.
 */
public final class Confirmations {
    private final Project project;
    private final Endpoints endpoints;

    private Confirmations(Project project) {
        this.project = project;
        this.endpoints = Endpoints.of(project);
    }

    /** The confirmed findings, at most one confirmation each, in the order of {@code findings}. */
    public static List<Confirmation> among(List<Finding> findings, Project project) {
        var requests = findings.stream()
                .filter(finding -> finding.location() instanceof Location.Http)
                .toList();
        if (requests.isEmpty()) {
            return List.of();
        }
        var confirmations = new Confirmations(project);
        var confirmed = new LinkedHashMap<String, Confirmation>();
        for (var request : requests) {
            confirmations.confirmedBy(request, findings).forEach(confirmed::putIfAbsent);
        }
        return findings.stream()
                .map(Finding::id)
                .filter(confirmed::containsKey)
                .map(confirmed::get)
                .toList();
    }

    private Map<String, Confirmation> confirmedBy(Finding request, List<Finding> findings) {
        var confirmed = new LinkedHashMap<String, Confirmation>();
        var http = (Location.Http) request.location();
        for (var endpoint : endpoints.answering(http.pathTemplate())) {
            for (var finding : concerned(endpoint, request, findings)) {
                Weakness.shared(finding, request)
                        .ifPresent(cwe -> confirmed.putIfAbsent(
                                finding.id(),
                                new Confirmation(finding.id(), request.id(), reason(cwe, finding, endpoint, http))));
            }
        }
        return confirmed;
    }

    private static String reason(int cwe, Finding finding, Endpoint endpoint, Location.Http http) {
        return "Both are CWE-%d, and by %s the class %s%s answers %s."
                .formatted(
                        cwe,
                        endpoint.how(),
                        endpoint.className(),
                        finding.location() instanceof Location.Dependency ? ", which calls the library," : "",
                        http.pathTemplate());
    }

    /**
     * Findings in the endpoint's class, if there are some in a method that the path names only those, and in libraries that it calls.
     * What triage does not believe is concerned only when nothing that it believes explains the request.
     */
    private List<Finding> concerned(Endpoint endpoint, Finding request, List<Finding> findings) {
        var code = findings.stream()
                .filter(finding ->
                        finding.location() instanceof Location.Code place && isOf(place, endpoint.className()))
                .toList();
        var segments =
                List.of(((Location.Http) request.location()).pathTemplate().split("/", -1));
        var named = code.stream()
                .filter(finding -> segments.contains(methodOf((Location.Code) finding.location())))
                .toList();
        var called = endpoints.usedBy(endpoint.className());
        // jars are opened only for findings that could be confirmed
        var libraries = findings.stream()
                .filter(finding -> finding.location() instanceof Location.Dependency library
                        && Weakness.shared(finding, request).isPresent()
                        && isCalled(library, called));
        return Stream.concat(mostBelieved(named.isEmpty() ? code : named, request).stream(), libraries)
                .toList();
    }

    private static List<Finding> mostBelieved(List<Finding> findings, Finding request) {
        var same = findings.stream()
                .filter(finding -> Weakness.shared(finding, request).isPresent())
                .toList();
        var believed = same.stream().filter(Triage::believes).toList();
        return believed.isEmpty() ? same : believed;
    }

    private static boolean isOf(Location.Code code, String className) {
        return code.className().equals(className) || code.className().startsWith(className + "$");
    }

    private static String methodOf(Location.Code code) {
        return code.method() == null ? "" : code.method().split("\\(", 2)[0];
    }

    private boolean isCalled(Location.Dependency library, Set<String> called) {
        return project.libraries().stream()
                .filter(its -> library.file().equals(its.display())
                        || library.file().startsWith(its.display() + " (")) // shaded into it
                .map(Project.Library::file)
                .anyMatch(file -> file != null && hasAny(file, called));
    }

    private static boolean hasAny(Path jar, Set<String> classNames) {
        if (!Files.isRegularFile(jar)) {
            return false;
        }
        try (var zip = new ZipFile(jar.toFile())) {
            return classNames.stream().anyMatch(name -> zip.getEntry(name.replace('.', '/') + ".class") != null);
        } catch (IOException e) {
            return false; // SCA tells that it cannot be read
        }
    }
}
