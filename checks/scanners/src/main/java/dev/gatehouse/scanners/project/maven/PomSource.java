package dev.gatehouse.scanners.project.maven;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.maven.model.building.ModelSource2;
import org.jspecify.annotations.Nullable;

/** A pom for Maven's model builder, which reads it and its relative parents through {@link PomFiles} only. */
final class PomSource implements ModelSource2 {
    private final Path pom;
    private final PomFiles files;

    PomSource(Path pom, PomFiles files) {
        this.pom = pom;
        this.files = files;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return files.open(pom);
    }

    @Override
    public String getLocation() {
        return pom.toString();
    }

    @Override
    public URI getLocationURI() {
        return pom.toUri();
    }

    @Override
    public @Nullable ModelSource2 getRelatedSource(String relative) {
        try {
            var related = pom.resolveSibling(relative.replace('\\', '/')).normalize();
            var file = Files.isDirectory(related) ? related.resolve("pom.xml") : related;
            if (Files.isRegularFile(file)) {
                return new PomSource(file, files);
            }
            files.absent(file);
            return null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
