package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.model.Triage.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file may be named by anybody; what counts is whether it is opened before a check that it is below a folder. */
class FileCheckTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (!f.getCanonicalPath().startsWith(root.getCanonicalPath() + File.separator)) throw new IOException(name); return new FileInputStream(f);",
                "String p = f.getCanonicalPath(); if (!p.startsWith(root.getCanonicalPath() + \"/\")) return null; return new FileInputStream(f);",
                "if (!f.getCanonicalPath().startsWith(\"/srv/data/\")) throw new IOException(name); return new FileInputStream(f);",
                "StringBuilder b = new StringBuilder(); b.append(root.getCanonicalPath()).append(File.separator); if (!f.getCanonicalPath().startsWith(b.toString())) return null; return new FileInputStream(f);",
            })
    void checkedBeforeItIsOpened(String body) throws IOException {
        assertThat(level(body)).isEqualTo(Level.UNLIKELY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return new FileInputStream(f);",
                "InputStream in = new FileInputStream(f); if (!f.getCanonicalPath().startsWith(root.getCanonicalPath() + File.separator)) return null; return in;",
                "if (f.getCanonicalPath().startsWith(root.getCanonicalPath() + File.separator)) return null; return new FileInputStream(f);",
                // without the separator /data lets /data-of-others through
                "if (!f.getCanonicalPath().startsWith(root.getCanonicalPath())) return null; return new FileInputStream(f);",
                // not the canonical name: .. is still in it
                "if (!f.getPath().startsWith(root.getPath() + File.separator)) return null; return new FileInputStream(f);",
                "File g = name.isEmpty() ? root : f; InputStream in = new FileInputStream(g); if (!f.getCanonicalPath().startsWith(root.getCanonicalPath() + File.separator)) return null; return new FileInputStream(f);",
                "File[] all = {f}; InputStream in = new FileInputStream(all[0]); if (!f.getCanonicalPath().startsWith(root.getCanonicalPath() + File.separator)) return null; return new FileInputStream(f);",
                "File g = new File(f, \"x\"); if (!f.getCanonicalPath().startsWith(root.getCanonicalPath() + File.separator)) return new FileInputStream(g); return new FileInputStream(f);",
                "kept = f; if (!f.getCanonicalPath().startsWith(root.getCanonicalPath() + File.separator)) return null; return new FileInputStream(f);",
                "if (!f.getCanonicalPath().startsWith(root.getCanonicalPath() + File.separator)) System.out.println(name); return new FileInputStream(f);",
                // everything is below its own folder
                "if (!f.getCanonicalPath().startsWith(f.getParentFile().getCanonicalPath() + File.separator)) return null; return new FileInputStream(f);",
                "String end = name + '/'; if (!f.getCanonicalPath().startsWith(request.getParameter(\"r\") + \"/\")) return null; return new FileInputStream(f);",
            })
    void lookAlikeIsNotCleared(String body) throws IOException {
        assertThat(level(body)).isGreaterThanOrEqualTo(Level.LIKELY);
    }

    /** The same by Path, which compares by name and not by character. */
    @Test
    void aPathIsComparedNameByName() throws IOException {
        var compiled = Compiled.in(folder, Map.of("Files2.java", """
                import java.nio.file.*;
                class Files2 {
                    byte[] good(Path root, String name) throws Exception {
                        Path p = Paths.get("/data", name); // good
                        Path q = p.normalize();
                        if (!q.startsWith(root)) throw new IllegalArgumentException();
                        return Files.readAllBytes(q);
                    }
                    byte[] bad(Path root, String name) throws Exception {
                        Path p = Paths.get("/data", name); // bad
                        if (!p.startsWith(root)) throw new IllegalArgumentException();
                        return Files.readAllBytes(p);
                    }
                }
                """));
        var look = compiled.look(OwnMethods.NONE);
        var method = "(Ljava/nio/file/Path;Ljava/lang/String;)[B";

        assertThat(look.judge(compiled.finding("PATH_TRAVERSAL_IN", "Files2.java", "good" + method, "good"))
                        .triage())
                .extracting(Triage::level)
                .isEqualTo(Level.UNLIKELY);
        assertThat(look.judge(compiled.finding("PATH_TRAVERSAL_IN", "Files2.java", "bad" + method, "bad"))
                        .triage())
                .extracting(Triage::level)
                .isEqualTo(Level.LIKELY);
    }

    private Level level(String body) throws IOException {
        var compiled = Compiled.in(
                folder,
                Map.of("javax/servlet/http/HttpServletRequest.java", Compiled.REQUEST, "Store.java", """
                import java.io.*;
                class Store {
                    static File kept;
                    InputStream read(File root, String name, javax.servlet.http.HttpServletRequest request) throws IOException {
                        File f = new File(root, name); // sink
                        %s
                    }
                }
                """.formatted(
                                body)));
        var method =
                "read(Ljava/io/File;Ljava/lang/String;Ljavax/servlet/http/HttpServletRequest;)Ljava/io/InputStream;";
        var judged = compiled.look(OwnMethods.NONE)
                .judge(compiled.finding("PATH_TRAVERSAL_IN", "Store.java", method, "sink"));
        return Triage.levelOf(judged.triage());
    }
}
