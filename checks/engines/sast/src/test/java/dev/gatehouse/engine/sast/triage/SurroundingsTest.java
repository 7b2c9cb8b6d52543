package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.model.Triage.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of the code around a finding. */
class SurroundingsTest {
    @TempDir
    Path folder;

    @Test
    void theWayFromTheEntryPointIsTold() throws IOException {
        var judged = judged("shop/Page.java", "digest()V", "used");

        assertThat(judged.evidence().facts())
                .containsEntry("Reached from", "shop.Page.doGet > shop.Page$1.run > shop.Page.digest (servlet)");
        assertThat(Triage.levelOf(judged.triage())).isEqualTo(Level.LIKELY);
    }

    @Test
    void withoutAWayNothingIsClearedThatSomebodyElseMayCall() throws IOException {
        var judged = judged("shop/Other.java", "offered()V", "offered");

        assertThat(judged.evidence().facts())
                .containsEntry("Reached from", "no entry point that is known; other code may call it");
        assertThat(Triage.levelOf(judged.triage())).isEqualTo(Level.LIKELY);
    }

    @Test
    void aPrivateMethodThatNothingCallsIsDead() throws IOException {
        assertThat(judged("shop/Page.java", "dead()V", "dead").triage())
                .isEqualTo(new Triage(
                        Level.UNLIKELY, "Nothing in the module calls this private method, so it does not run."));
    }

    @Test
    void whatIsCalledByNameByReferenceOrByThePlatformIsNot() throws IOException {
        for (var method : List.of("byName", "byReference", "marked")) {
            var judged = judged("shop/Page.java", method + "()V", method);
            assertThat(Triage.levelOf(judged.triage())).as(method).isEqualTo(Level.LIKELY);
        }
        var read = judged("shop/Page.java", "readObject(Ljava/io/ObjectInputStream;)V", "read");
        assertThat(Triage.levelOf(read.triage())).isEqualTo(Level.LIKELY);
    }

    @Test
    void testsAndGeneratedCodeAreMarked() throws IOException {
        assertThat(judged("shop/PageTest.java", "works()V", "test").tags()).containsExactly("test-code");
        assertThat(judged("shop/Made.java", "make()V", "made").tags()).containsExactly("generated-code");
        assertThat(judged("shop/Page.java", "digest()V", "used").tags()).isEmpty();
    }

    @Test
    void anUnfollowedSqlRemarkIsInformationalBesideTheDetectorThatFollows() throws IOException {
        var compiled = compiled();
        var method = "query(Ljava/sql/Statement;Ljava/lang/String;)V";
        var remark = compiled.finding("SQL_NONCONSTANT_STRING_PASSED_TO_EXECUTE", "shop/Page.java", method, "remark");
        var followed = compiled.finding("SQL_INJECTION_JDBC", "shop/Page.java", method, "remark");

        assertThat(compiled.look(OwnMethods.NONE).judge(List.of(remark)))
                .extracting(one -> Triage.levelOf(one.triage()))
                .containsExactly(Level.INFORMATIONAL);
        assertThat(compiled.look(OwnMethods.NONE).judge(List.of(remark, followed)))
                .extracting(one -> Triage.levelOf(one.triage()))
                .containsExactly(Level.LIKELY, Level.LIKELY);
    }

    private Finding judged(String file, String method, String mark) throws IOException {
        var compiled = compiled();
        return compiled.look(OwnMethods.NONE)
                .judge(List.of(compiled.finding("WEAK_MESSAGE_DIGEST_MD5", file, method, mark)))
                .get(0);
    }

    private Compiled compiled() throws IOException {
        return Compiled.in(
                folder,
                Map.of(
                        "javax/servlet/http/HttpServletRequest.java",
                        Compiled.REQUEST,
                        "javax/servlet/http/HttpServlet.java",
                        Compiled.SERVLET,
                        "org/junit/Test.java",
                        "package org.junit; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Test {}",
                        "tool/Generated.java",
                        "package tool; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS) public @interface Generated {}",
                        "shop/PageTest.java",
                        """
                        package shop;
                        class PageTest {
                            @org.junit.Test
                            public void works() {} // test
                        }
                        """,
                        "shop/Made.java",
                        """
                        package shop;
                        @tool.Generated
                        class Made {
                            void make() {} // made
                        }
                        """,
                        "shop/Other.java",
                        """
                        package shop;
                        public class Other {
                            public void offered() {} // offered
                        }
                        """,
                        "shop/Page.java",
                        """
                        package shop;
                        class Page extends javax.servlet.http.HttpServlet implements java.io.Serializable {
                            protected void doGet(javax.servlet.http.HttpServletRequest q) throws Exception {
                                new Thread(new Runnable() { public void run() { digest(); } }).start();
                            }
                            static void digest() {} // used
                            void refer() {
                                Runnable r = this::byReference;
                                try { Page.class.getDeclaredMethod("byName").invoke(this); } catch (Exception e) {}
                            }
                            private void dead() {} // dead
                            private void byName() {} // byName
                            private void byReference() {} // byReference
                            @Deprecated
                            private void marked() {} // marked
                            private void readObject(java.io.ObjectInputStream in) {} // read
                            void query(java.sql.Statement db, String text) throws Exception {
                                db.execute(text); // remark
                            }
                        }
                        """));
    }
}
