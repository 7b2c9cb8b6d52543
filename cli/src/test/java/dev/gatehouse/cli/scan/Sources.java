package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;

/** Java code compiled for a test. */
final class Sources {
    private static final String FLAWED = """
            package %1$s;

            public class %2$s {
                public void run(java.sql.Connection connection, String name)
                        throws java.sql.SQLException {
                    connection.createStatement().executeQuery("select * from customer where name = '" + name + "'");
                }
            }
            """;

    private Sources() {}

    /** Compiles a class that builds SQL from text; its source is kept beside the classes, in {@code src}. */
    static Path flawed(Path project, String packageName, String className) throws IOException {
        var source =
                project.resolve("src").resolve(packageName.replace('.', '/')).resolve(className + ".java");
        Files.createDirectories(Objects.requireNonNull(source.getParent()));
        Files.writeString(source, FLAWED.formatted(packageName, className));
        var classes = Files.createDirectories(project.resolve("classes"));
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests need a JDK");
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-d", classes.toString(), "-g", "-encoding", "UTF-8");
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                            .call())
                    .isTrue();
        }
        return classes;
    }
}
