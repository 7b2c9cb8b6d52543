import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A repository with a commit and an annotated tag a release, packed, made by git itself. */
final class TaggedRepository {
    private static final long START = 1_400_000_000;
    private static final long STEP = 36_000;

    private TaggedRepository() {}

    static void write(Path folder, int tags) throws IOException, InterruptedException {
        if (Files.exists(folder.resolve(".git"))) {
            return;
        }
        Files.createDirectories(folder);
        Bench.output(folder, List.of("git", "init", "-q", "-b", "main", "."));
        var stream = new StringBuilder();
        for (int i = 0; i < tags; i++) {
            var who = "Paul <paul@example.org> %d +0000".formatted(START + i * STEP);
            var message = "release " + i;
            stream.append("commit refs/heads/main\nmark :%d\ncommitter %s\ndata %d\n%s\n".formatted(i + 1, who, message.length(), message));
            stream.append("M 644 inline file\ndata %d\n%d\n".formatted(("" + i).length(), i));
            stream.append("tag v%d.%d.%d\nfrom :%d\ntagger %s\ndata %d\n%s\n".formatted(i / 100, i % 100 / 10, i % 10, i + 1, who, message.length(), message));
        }
        var file = folder.resolve("import");
        Files.writeString(file, stream, StandardCharsets.UTF_8);
        Bench.output(folder, List.of("sh", "-c", "git fast-import --quiet < import && git pack-refs --all && git reset -q --hard"));
        Files.delete(file);
        Files.writeString(folder.resolve(".gatehouse.yml"), """
                release:
                  anchor: 2014-05-20
                  timeZone: UTC
                  minor: every 2 weeks
                  major: every quarter
                """);
    }
}
