package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weak algorithms that a file, a setting or a field names are found, strong ones are not suspected. */
class WeakNamesTest {
    private static final String SPRING =
            "package org.springframework.beans.factory.annotation; public @interface Value { String value(); }";

    @TempDir
    Path folder;

    @Test
    void namesInPropertiesAndXml() throws IOException {
        write("shop/safe.properties", "weak=MD5\nstrong=SHA-256\n");
        write("shop/safe.xml", """
                <?xml version="1.0"?><!DOCTYPE properties SYSTEM "http://java.sun.com/dtd/properties.dtd">
                <properties><entry key="weak">MD2</entry><entry key="strong">SHA-512</entry></properties>
                """);
        var found = found("""
                package shop;
                import java.security.MessageDigest;
                import java.util.*;
                class Digests {
                    Properties read() throws Exception {
                        Properties p = new Properties();
                        p.load(Digests.class.getResourceAsStream("safe.properties"));
                        return p;
                    }
                    void weak() throws Exception { MessageDigest.getInstance(read().getProperty("weak")); }
                    void strong() throws Exception { MessageDigest.getInstance(read().getProperty("strong")); }
                    void unknown(String name) throws Exception { MessageDigest.getInstance(read().getProperty(name)); }
                    void changed(String name) throws Exception {
                        Properties p = read();
                        p.setProperty("weak", name);
                        MessageDigest.getInstance(p.getProperty("weak"));
                    }
                    void bundle() throws Exception { MessageDigest.getInstance(ResourceBundle.getBundle("shop.safe").getString("weak")); }
                    void xml() throws Exception {
                        Properties p = new Properties();
                        p.loadFromXML(Digests.class.getResourceAsStream("/shop/safe.xml"));
                        MessageDigest.getInstance(p.getProperty("strong"));
                        MessageDigest.getInstance(p.getProperty("weak"));
                    }
                }
                """);

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "weak()V WEAK_MESSAGE_DIGEST_MD5 MD5",
                        "bundle()V WEAK_MESSAGE_DIGEST_MD5 MD5",
                        "xml()V WEAK_MESSAGE_DIGEST_MD5 MD2");
    }

    @Test
    void namesInSettingsAndFields() throws IOException {
        write("application.yml", "shop:\n  weak: SHA-1\n  strong: SHA-256\n  cipher: DES/ECB/PKCS5Padding\n");
        var found = found("""
                package shop;
                import java.security.MessageDigest;
                import org.springframework.beans.factory.annotation.Value;
                class Digests {
                    @Value("${shop.weak}") String weak;
                    @Value("${shop.strong}") String strong;
                    @Value("${shop.other:MD4}") String missing;
                    @Value("${shop.other:SHA-384}") String otherwise;
                    @Value("${shop.cipher}") String cipher;
                    private static String field = "MD5";
                    private static String changed = "MD5";
                    static void change(String name) { changed = name; }
                    void weak() throws Exception { MessageDigest.getInstance(weak); }
                    void strong() throws Exception { MessageDigest.getInstance(strong); }
                    void missing() throws Exception { MessageDigest.getInstance(missing); }
                    void otherwise() throws Exception { MessageDigest.getInstance(otherwise); }
                    void cipher() throws Exception { javax.crypto.Cipher.getInstance(cipher); }
                    void field() throws Exception { MessageDigest.getInstance(field); }
                    void changed() throws Exception { MessageDigest.getInstance(changed); }
                }
                """);

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "weak()V WEAK_MESSAGE_DIGEST_SHA1 SHA-1",
                        "missing()V WEAK_MESSAGE_DIGEST_MD5 MD4",
                        "cipher()V DES_USAGE DES/ECB/PKCS5Padding",
                        "field()V WEAK_MESSAGE_DIGEST_MD5 MD5");
    }

    @Test
    void aFileThatCannotBeReadSaysNothing() throws IOException {
        write("shop/safe.properties", "weak=\\u00zz");
        write("application.yml", "shop: [unclosed");

        assertThat(found("""
                        package shop;
                        class Digests {
                            @org.springframework.beans.factory.annotation.Value("${shop.weak}") String weak;
                            void yaml() throws Exception { java.security.MessageDigest.getInstance(weak); }
                            void properties() throws Exception {
                                java.util.Properties p = new java.util.Properties();
                                p.load(Digests.class.getResourceAsStream("safe.properties"));
                                java.security.MessageDigest.getInstance(p.getProperty("weak"));
                            }
                        }
                        """)).isEmpty();
    }

    private void write(String file, String content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private List<String> found(String source) throws IOException {
        var retained = SPRING.replace(
                "public @interface",
                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface");
        var compiled = Compiled.in(
                folder,
                Map.of(
                        "shop/Digests.java",
                        source,
                        "org/springframework/beans/factory/annotation/Value.java",
                        retained));
        return compiled.look(OwnMethods.NONE).weakNames().stream()
                .map(named -> named.method() + " " + named.rule() + " " + named.algorithm())
                .toList();
    }
}
