package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.model.Triage.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method in the light of what it is given, where all who call it are known. */
class CallersTest {
    private static final String SOURCE = """
        package shop;
        import java.sql.Statement;
        import java.util.*;
        import javax.servlet.http.*;
        class Page extends HttpServlet {
            Statement db; Object hidden;
            protected void doGet(HttpServletRequest q) throws Exception {
                safe("select 1");
                mixed("select 1"); mixed(q.getParameter("a"));
                unknown(String.valueOf(hidden));
                list(List.of("a")); Box b = new Box(); b.text = "select"; box(b);
                first("select 2");
                if (q == null) dead(q.getParameter("a"));
                new Other().open("select"); new Other().packaged("select");
                hidden = "named"; Runnable r = this::handed; handed(); named("a"); loop(3, "a");
                Task t = new Task(); t.text("select"); new Job().go("select");
            }
            private void safe(String sql) throws Exception { db.execute(sql); } // safe
            private void mixed(String sql) throws Exception { db.execute(sql); } // mixed
            private void unknown(String sql) throws Exception { db.execute(sql); } // unknown
            private void list(List<String> l) throws Exception { db.execute(l.get(0)); } // list
            private void box(Box b) throws Exception { db.execute(b.text); } // box
            private void first(String sql) throws Exception { second(sql + " from a"); }
            private void second(String sql) throws Exception { third(sql); }
            private void third(String sql) throws Exception { db.execute(sql); } // third
            private void dead(String sql) throws Exception { db.execute(sql); } // dead
            private void handed() { try { given(String.valueOf(hidden)); } catch (Exception e) { return; } }
            private void given(String sql) throws Exception { db.execute(sql); } // given
            private void named(String sql) throws Exception { db.execute(sql); } // named
            private void loop(int n, String sql) throws Exception { if (n > 0) loop(n - 1, sql + n); db.execute(sql); } // loop
            private void consumed(String sql) { try { db.execute(sql); } catch (Exception e) { return; } } // consumed
            void all(List<String> texts) { texts.forEach(this::consumed); consumed("a"); }
        }
        class Box { String text; }
        class Other {
            Statement db;
            public void open(String sql) throws Exception { db.execute(sql); } // open
            void packaged(String sql) throws Exception { db.execute(sql); } // packaged
        }
        abstract class Base { abstract void text(String sql) throws Exception; }
        class Task extends Base { Statement db; void text(String sql) throws Exception { db.execute(sql); } } // task
        class Job implements java.util.function.Consumer<String> {
            Statement db;
            public void accept(String sql) { try { db.execute(sql); } catch (Exception e) { return; } } // job
            void go(String sql) { accept(sql); }
        }
        """;

    @TempDir
    Path folder;

    @Test
    void whatEveryCallerGivesIsHarmless() throws IOException {
        assertThat(level("Page", "safe", "(Ljava/lang/String;)V")).isEqualTo(Level.UNLIKELY);
        assertThat(level("Page", "list", "(Ljava/util/List;)V")).isEqualTo(Level.UNLIKELY);
        assertThat(level("Page", "box", "(Lshop/Box;)V")).isEqualTo(Level.UNLIKELY);
        assertThat(level("Page", "third", "(Ljava/lang/String;)V")).isEqualTo(Level.UNLIKELY);
        assertThat(level("Other", "open", "(Ljava/lang/String;)V")).isEqualTo(Level.UNLIKELY);
        assertThat(level("Other", "packaged", "(Ljava/lang/String;)V")).isEqualTo(Level.UNLIKELY);
        assertThat(level("Task", "text", "task", "(Ljava/lang/String;)V", false))
                .isEqualTo(Level.UNLIKELY);
    }

    @Test
    void oneThatGivesAValueFromARequestConfirms() throws IOException {
        var judged = judged("Page", "mixed", "mixed", "(Ljava/lang/String;)V", false);
        assertThat(Triage.levelOf(judged.triage())).isEqualTo(Level.CONFIRMED);
        assertThat(judged.evidence().steps()).extracting(Evidence.Step::line).containsExactly(9, 19);
    }

    @Test
    void whereNotAllIsKnownNothingIsCleared() throws IOException {
        for (var method : new String[] {"unknown", "given", "named", "loop", "consumed"}) {
            var descriptor = method.equals("loop") ? "(ILjava/lang/String;)V" : "(Ljava/lang/String;)V";
            assertThat(level("Page", method, descriptor)).as(method).isEqualTo(Level.LIKELY);
        }
        assertThat(level("Job", "accept", "job", "(Ljava/lang/String;)V", false))
                .isEqualTo(Level.LIKELY);
    }

    @Test
    void whereOtherModulesMayCallItOnlyAPrivateMethodIsKnown() throws IOException {
        assertThat(level("Page", "safe", "safe", "(Ljava/lang/String;)V", true)).isEqualTo(Level.UNLIKELY);
        assertThat(level("Other", "open", "open", "(Ljava/lang/String;)V", true))
                .isEqualTo(Level.LIKELY);
        assertThat(level("Other", "packaged", "packaged", "(Ljava/lang/String;)V", true))
                .isEqualTo(Level.LIKELY);
    }

    private Level level(String type, String method, String descriptor) throws IOException {
        return level(type, method, method, descriptor, false);
    }

    private Level level(String type, String method, String mark, String descriptor, boolean extended)
            throws IOException {
        return Triage.levelOf(judged(type, method, mark, descriptor, extended).triage());
    }

    private Finding judged(String type, String method, String mark, String descriptor, boolean extended)
            throws IOException {
        var compiled = Compiled.in(
                folder,
                Map.of(
                        "shop/Page.java",
                        SOURCE,
                        "javax/servlet/http/HttpServletRequest.java",
                        Compiled.REQUEST,
                        "javax/servlet/http/HttpServlet.java",
                        Compiled.SERVLET));
        var found = compiled.finding("SQL_INJECTION_JDBC", "shop/Page.java", method + descriptor, mark);
        var place = (dev.gatehouse.findings.model.Location.Code) found.location();
        var moved = Finding.seen(
                dev.gatehouse.findings.model.ScannerKind.SAST,
                found.rule(),
                found.rule(),
                found.severity(),
                new dev.gatehouse.findings.model.Location.Code(
                        place.module(),
                        place.file(),
                        "shop." + type,
                        place.method(),
                        place.startLine(),
                        place.endLine(),
                        place.context()),
                Evidence.NONE);
        return new SecondLook(new FolderFiles(folder), OwnMethods.NONE, extended).judge(moved);
    }
}
