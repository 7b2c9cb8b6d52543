package dev.gatehouse.scanners.sca;

import dev.gatehouse.engine.protocol.sca.ScanAnswer.Part;
import dev.gatehouse.findings.model.Component;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists libraries for the report's bill of materials, whether they were looked up or not. */
final class Components {
    private static final int MOST_LICENSES = 5;

    private Components() {}

    static Component of(LibraryFile file, String purl, @Nullable Part part) {
        var library = file.library();
        var coordinates = Coordinates.of(purl);
        var shaded = part != null && part.shaded();
        return new Component(
                purl,
                coordinates.group(),
                coordinates.name(),
                coordinates.version(),
                library.file() == null ? null : library.display() + (shaded ? " (shaded in)" : ""),
                null,
                shaded ? null : file.sha256(),
                part == null ? List.of() : licenses(part.license()),
                library.modules(),
                library.direct() && !shaded,
                shaded ? List.of() : library.dependsOn());
    }

    /** Dependency-Check joins a pom's licences by line breaks, each as name, colon, address. */
    private static List<String> licenses(@Nullable String declared) {
        if (declared == null) {
            return List.of();
        }
        return Arrays.stream(declared.split("\\R", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .limit(MOST_LICENSES)
                .toList();
    }
}
