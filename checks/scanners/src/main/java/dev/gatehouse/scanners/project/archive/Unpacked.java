package dev.gatehouse.scanners.project.archive;

import dev.gatehouse.findings.model.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of an archive.
 *
 * @param code the parts that are the application's own: the archive itself, and the modules of an ear
 * @param libraries jars inside, unpacked, and libraries whose classes were built into a jar
 */
public record Unpacked(List<Code> code, List<Library> libraries, List<Problem> problems) {
    public Unpacked {
        code = List.copyOf(code);
        libraries = List.copyOf(libraries);
        problems = List.copyOf(problems);
    }

    /**
     * Classes of the application.
     *
     * @param layout what it was recognised as: {@code jar}, {@code war}, {@code ear}, {@code Spring Boot}
     * @param classes a jar: the archive itself, or its classes repacked
     * @param count number of class files
     */
    public record Code(String name, String layout, Path classes, int count) {}

    /**
     * A library.
     *
     * @param file none for a library whose classes were built into another jar
     * @param display such as {@code app.war!/WEB-INF/lib/x.jar}
     * @param part name of the part of the application that has it
     */
    public record Library(
            @Nullable Path file, String display, @Nullable String purl, String part) {}
}
