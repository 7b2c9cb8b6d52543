package dev.gatehouse.scanners.project;

import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.project.archive.Unpacked;
import dev.gatehouse.scanners.project.archive.Unpacking;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Recognises a jar, war, ear or Spring Boot jar: what is in it is the application. */
final class ArchiveProjects {
    private final DiscoverySettings settings;

    ArchiveProjects(DiscoverySettings settings) {
        this.settings = settings;
    }

    Draft read(Path archive) {
        var draft = new Draft("archive", Objects.requireNonNull(archive.getParent()));
        draft.name = VisibleText.exact(String.valueOf(archive.getFileName()));
        var unpacked =
                new Unpacking(settings.work().resolve("archive"), settings.limits()).application(archive, draft.name);
        add(draft, archive, unpacked);
        return draft;
    }

    /** Adds what came out of an application archive. */
    static void add(Draft draft, Path archive, Unpacked unpacked) {
        draft.problems.addAll(unpacked.problems());
        for (var code : unpacked.code()) {
            var classPath = unpacked.libraries().stream()
                    .filter(library -> library.file() != null && library.part().equals(code.name()))
                    .map(library -> Objects.requireNonNull(library.file()))
                    .filter(file -> !file.equals(archive));
            var others = unpacked.code().stream()
                    .filter(other -> !other.equals(code))
                    .map(Unpacked.Code::classes);
            draft.modules.add(new Project.Module(
                    code.name(),
                    draft.directory,
                    List.of(code.classes()),
                    java.util.stream.Stream.concat(classPath, others).toList(),
                    List.of()));
            draft.taken.add("%s '%s' with %s."
                    .formatted(code.layout(), code.name(), Draft.count(code.count(), "class", "classes")));
        }
        unpacked.libraries().forEach(library -> draft.libraries.add(library(library)));
        tell(draft, unpacked.libraries());
        if (unpacked.code().isEmpty() && unpacked.libraries().isEmpty()) {
            draft.problem("nothing-to-scan", draft.directory, "The archive has neither classes nor libraries.");
        }
    }

    private static void tell(Draft draft, List<Unpacked.Library> libraries) {
        var inside = libraries.stream()
                .filter(library -> library.display().contains("!/"))
                .toList();
        long builtIn = inside.stream().filter(library -> library.file() == null).count();
        draft.taken.add("%s inside, and %s built into jars."
                .formatted(
                        Draft.count(inside.size() - builtIn, "library", "libraries"),
                        Draft.count(builtIn, "library", "libraries")));
        libraries.stream()
                .filter(library -> !inside.contains(library))
                .forEach(library -> draft.taken.add("%s is looked up itself%s."
                        .formatted(library.display(), library.purl() == null ? "" : ", as " + library.purl())));
    }

    static Project.Library library(Unpacked.Library library) {
        var purl = library.purl();
        return new Project.Library(
                library.file(),
                library.display(),
                purl,
                List.of(library.part()),
                true,
                purl == null ? List.of() : List.of(List.of(purl)),
                List.of());
    }
}
