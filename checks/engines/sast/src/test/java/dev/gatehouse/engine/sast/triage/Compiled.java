package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/** Sources that were compiled into a folder, and findings at their lines. */
record Compiled(Path folder, Map<String, String> sources) {
    /** Just enough of the servlet API. */
    static final String REQUEST =
            "package javax.servlet.http; public interface HttpServletRequest { String getParameter(String name); }";

    static final String SERVLET =
            "package javax.servlet.http; public abstract class HttpServlet { protected void doGet(HttpServletRequest q) throws Exception {} }";

    /** @param sources by file name such as {@code shop/Cart.java} */
    static Compiled in(Path folder, Map<String, String> sources) throws IOException {
        var arguments = new ArrayList<>(List.of("-g", "-nowarn", "--release", "17", "-d", folder.toString()));
        for (var source : sources.entrySet()) {
            var file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
        return new Compiled(folder, sources);
    }

    SecondLook look(OwnMethods own) {
        return new SecondLook(new FolderFiles(folder), own, false);
    }

    /** A finding of the rule at the line of the file's source that ends in {@code // mark}. */
    Finding finding(String rule, String file, String method, String mark) {
        var lines = sources.getOrDefault(file, "").lines().toList();
        int line = 1
                + IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).endsWith("// " + mark))
                        .findFirst()
                        .orElseThrow();
        var name = file.substring(0, file.length() - ".java".length()).replace('/', '.');
        var place = new Location.Code("shop", file, name, method, line, line, "c");
        return Finding.seen(ScannerKind.SAST, rule, rule, Severity.HIGH, place, Evidence.NONE);
    }
}
