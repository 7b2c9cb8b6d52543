package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.model.Triage.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project says of its own methods counts for the uses that it names, and for nothing else. */
class OwnMethodsTest {
    private static final OwnMethods OWN = new OwnMethods(
            List.of(new OwnMethods.Method("shop.Clean", "quote", List.of("sql"))),
            List.of(
                    new OwnMethods.Method("shop.Clean", "require", List.of("any")),
                    new OwnMethods.Method("shop.Clean", "isFine", List.of("sql"))));

    @TempDir
    Path folder;

    @Test
    void sanitizersAndValidatorsAreBelieved() throws IOException {
        var db = compiled();

        assertThat(level(db, OWN, "SQL_INJECTION_JDBC", "quoted")).isEqualTo(Level.UNLIKELY);
        assertThat(level(db, OWN, "SQL_INJECTION_JDBC", "required")).isEqualTo(Level.UNLIKELY);
        assertThat(level(db, OWN, "SQL_INJECTION_JDBC", "asked")).isEqualTo(Level.UNLIKELY);
    }

    @Test
    void notForAnotherUseAnotherValueOrTheOtherAnswer() throws IOException {
        var db = compiled();

        assertThat(level(db, OWN, "COMMAND_INJECTION", "quoted")).isEqualTo(Level.LIKELY);
        assertThat(level(db, OWN, "SQL_INJECTION_JDBC", "another")).isEqualTo(Level.LIKELY);
        assertThat(level(db, OWN, "SQL_INJECTION_JDBC", "refused")).isEqualTo(Level.LIKELY);
        assertThat(level(db, OWN, "SQL_INJECTION_JDBC", "joined")).isEqualTo(Level.LIKELY);
        assertThat(level(db, OwnMethods.NONE, "SQL_INJECTION_JDBC", "quoted")).isEqualTo(Level.LIKELY);
        assertThat(level(db, OwnMethods.NONE, "SQL_INJECTION_JDBC", "required")).isEqualTo(Level.LIKELY);
    }

    private Compiled compiled() throws IOException {
        return Compiled.in(folder, Map.of("shop/Clean.java", """
                        package shop;
                        class Clean {
                            static native String quote(String text);
                            static native void require(String text);
                            static native boolean isFine(String text);
                        }
                        """, "shop/Db.java", """
                        package shop;
                        class Db {
                            void quoted(java.sql.Statement db, String a, String b) throws Exception {
                                db.execute("select " + Clean.quote(a)); // quoted
                            }
                            void required(java.sql.Statement db, String a, String b) throws Exception {
                                Clean.require(a);
                                db.execute("select " + a); // required
                            }
                            void asked(java.sql.Statement db, String a, String b) throws Exception {
                                if (Clean.isFine(a))
                                    db.execute("select " + a); // asked
                            }
                            void another(java.sql.Statement db, String a, String b) throws Exception {
                                Clean.require(a);
                                db.execute("select " + b); // another
                            }
                            void refused(java.sql.Statement db, String a, String b) throws Exception {
                                if (!Clean.isFine(a))
                                    db.execute("select " + a); // refused
                            }
                            void joined(java.sql.Statement db, String a, String b) throws Exception {
                                db.execute("select " + Clean.quote(a) + b); // joined
                            }
                        }
                        """));
    }

    private static Level level(Compiled db, OwnMethods own, String rule, String method) {
        var name = method + "(Ljava/sql/Statement;Ljava/lang/String;Ljava/lang/String;)V";
        return Triage.levelOf(db.look(own)
                .judge(db.finding(rule, "shop/Db.java", name, method))
                .triage());
    }
}
