package dev.gatehouse.scanners.endpoint;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.report.Confirmation;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            for (var finding : concerned(endpoint, http, findings)) {
                Weakness.shared(finding, request)
                        .ifPresent(cwe -> confirmed.putIfAbsent(
                                finding.id(),
                                new Confirmation(
                                        finding.id(),
                                        request.id(),
                                        "Both are CWE-%d, and by %s the class %s answers %s."
                                                .formatted(
                                                        cwe,
                                                        endpoint.how(),
                                                        endpoint.className(),
                                                        http.pathTemplate()))));
            }
        }
        return confirmed;
    }

    /** Findings in the endpoint's class, or in a library that it calls; those in a method that the path names go first. */
    private List<Finding> concerned(Endpoint endpoint, Location.Http http, List<Finding> findings) {
        var concerned = new ArrayList<Finding>();
        for (var finding : findings) {
            if (finding.location() instanceof Location.Code code && isOf(code, endpoint.className())) {
                concerned.add(finding);
            } else if (finding.location() instanceof Location.Dependency library
                    && isCalled(library, endpoints.usedBy(endpoint.className()))) {
                concerned.add(finding);
            }
        }
        var segments = List.of(http.pathTemplate().split("/", -1));
        var named = concerned.stream()
                .filter(finding ->
                        finding.location() instanceof Location.Code code && segments.contains(methodOf(code)))
                .toList();
        return named.isEmpty() ? concerned : named;
    }

    private static boolean isOf(Location.Code code, String className) {
        return code.className().equals(className) || code.className().startsWith(className + "$");
    }

    private static String methodOf(Location.Code code) {
        return code.method() == null ? "" : code.method().split("\\(", 2)[0];
    }

    private boolean isCalled(Location.Dependency library, Set<String> called) {
        return project.libraries().stream()
                .filter(its -> its.display().equals(library.file()))
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
