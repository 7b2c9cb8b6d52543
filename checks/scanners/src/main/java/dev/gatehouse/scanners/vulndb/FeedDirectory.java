package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Feed files that somebody put into a directory, such as {@code nvdcve-2.0-2024.json.gz}. */
public record FeedDirectory(Path source) implements FeedSource {

    @Override
    public DatabaseInfo.Source provide(Path directory, Progress progress) throws IOException {
        if (!Files.isDirectory(source)) {
            throw new BadInput("%s is no directory with feed files in it".formatted(source));
        }
        try (var list = Files.list(source)) {
            var files = list.filter(file -> file.getFileName().toString().endsWith(Feed.SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new BadInput("%s has no feed files: files named like nvdcve-2.0-2024.json.gz are expected"
                        .formatted(source));
            }
            for (int i = 0; i < files.size(); i++) {
                var file = files.get(i);
                progress.at("vulndb", "copying " + file.getFileName(), i, files.size());
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
        }
        return new DatabaseInfo.Source("directory " + source.getFileName(), "");
    }
}
