package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of algorithms in YAML, JSON and XML files, by the libraries that read them; beside what files do not decide. */
class PackedFilesTest {
    private static final Map<String, String> LIBRARIES = Map.of(
            "org/yaml/snakeyaml/Yaml.java",
            "package org.yaml.snakeyaml; public class Yaml { public <T> T load(java.io.InputStream in) { return null;"
                    + " } public <T> T load(java.io.Reader in) { return null; } public <T> T loadAs(java.io.InputStream"
                    + " in, Class<T> type) { return null; } }",
            "com/fasterxml/jackson/databind/JsonNode.java",
            "package com.fasterxml.jackson.databind; public abstract class JsonNode { public abstract JsonNode"
                    + " get(String n); public abstract JsonNode get(int n); public abstract JsonNode path(String n);"
                    + " public abstract JsonNode at(String p); public abstract String asText(); public abstract JsonNode"
                    + " findValue(String n); }",
            "com/fasterxml/jackson/databind/node/ObjectNode.java",
            "package com.fasterxml.jackson.databind.node; public abstract class ObjectNode extends"
                    + " com.fasterxml.jackson.databind.JsonNode { public abstract ObjectNode put(String n, String v); }",
            "com/fasterxml/jackson/databind/ObjectMapper.java",
            "package com.fasterxml.jackson.databind; public class ObjectMapper { public ObjectMapper(Object factory)"
                    + " {} public JsonNode readTree(java.io.InputStream in) { return null; } public JsonNode"
                    + " readTree(java.net.URL in) { return null; } public <T> T readValue(java.io.InputStream in, Class<T>"
                    + " type) { return null; } }",
            "org/springframework/core/env/Environment.java",
            "package org.springframework.core.env; public interface Environment { String getProperty(String name);"
                    + " String getProperty(String name, String otherwise); }",
            "org/springframework/core/io/ClassPathResource.java",
            "package org.springframework.core.io; public class ClassPathResource { public ClassPathResource(String n)"
                    + " {} public java.io.InputStream getInputStream() { return null; } }",
            "org/springframework/context/annotation/PropertySource.java",
            "package org.springframework.context.annotation;"
                    + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface"
                    + " PropertySource { String[] value(); }",
            "org/springframework/boot/context/properties/ConfigurationProperties.java",
            "package org.springframework.boot.context.properties;"
                    + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface"
                    + " ConfigurationProperties { String prefix(); }");

    private static final String CRYPTO = """
        crypto:
          weak: MD5
          strong: SHA-256
          rounds: 3
          list: [SHA-512, SHA-1]
        """;

    @TempDir
    Path folder;

    @Test
    void mapsOfYaml() throws IOException {
        write("shop/crypto.yml", CRYPTO);

        assertThat(found("""
            Map<String, Object> all() throws Exception {
                try (InputStream in = Shop.class.getResourceAsStream("crypto.yml")) { return new Yaml().load(in); }
            }
            Map<String, String> crypto() throws Exception { return (Map<String, String>) all().get("crypto"); }
            void weak() throws Exception { digest(crypto().get("weak")); }
            void strong() throws Exception { digest(crypto().get("strong")); }
            void number() throws Exception { digest(String.valueOf((Object) crypto().get("rounds"))); }
            void second() throws Exception { digest(((List<String>) (Object) crypto().get("list")).get(1)); }
            void first() throws Exception { digest(((List<String>) (Object) crypto().get("list")).get(0)); }
            void reader() throws Exception {
                Map<String, Map<String, String>> m = new Yaml().load(new InputStreamReader(getClass().getClassLoader().getResourceAsStream("shop/crypto.yml"), StandardCharsets.UTF_8));
                digest(m.get("crypto").get("weak"));
            }
            void typed() throws Exception {
                Map<String, Map<String, String>> m = new Yaml().loadAs(new ClassPathResource("shop/crypto.yml").getInputStream(), Map.class);
                digest(m.get("crypto").get("weak"));
            }
            void changed(String name) throws Exception {
                Map<String, String> m = crypto();
                m.put("weak", name);
                digest(m.get("weak"));
            }
            void replaced() throws Exception {
                Map<String, Object> m = all();
                ((Map<String, String>) m.get("crypto")).put("weak", "SHA-256");
                digest(((Map<String, String>) m.get("crypto")).get("weak"));
            }
            void given(Map<String, Object> more) throws Exception {
                Map<String, Object> m = all();
                m.putAll(more);
                digest((String) m.get("weak"));
            }
            void fromElsewhere() throws Exception {
                Map<String, String> m = new Yaml().load(new FileInputStream("crypto.yml"));
                digest(m.get("weak"));
            }
            """)).containsExactlyInAnyOrder("weak MD5", "second SHA-1", "reader MD5", "typed MD5");
    }

    @Test
    void nodesOfJackson() throws IOException {
        write("shop/crypto.yml", CRYPTO);
        write("shop/crypto.json", "{\"weak\": \"MD2\", \"strong\": \"SHA-384\"}");

        assertThat(found("""
            JsonNode yaml() throws Exception { return new ObjectMapper(null).readTree(Shop.class.getResource("crypto.yml")); }
            void weak() throws Exception { digest(yaml().get("crypto").get("weak").asText()); }
            void strong() throws Exception { digest(yaml().path("crypto").path("strong").asText()); }
            void missing() throws Exception { digest(yaml().path("other").path("weak").asText()); }
            void pointer() throws Exception { digest(yaml().at("/crypto/list/1").asText()); }
            void json() throws Exception {
                Map<String, String> m = new ObjectMapper(null).readValue(Shop.class.getResourceAsStream("crypto.json"), Map.class);
                digest(m.get("weak"));
                digest(m.get("strong"));
            }
            void changed(String name) throws Exception {
                JsonNode n = yaml().get("crypto");
                ((ObjectNode) n).put("weak", "SHA-256");
                digest(n.get("weak").asText());
            }
            void changedElsewhere(String name) throws Exception {
                JsonNode n = yaml();
                ((ObjectNode) n.findValue("crypto")).put("weak", "SHA-256");
                digest(n.get("crypto").get("weak").asText());
            }
            """)).containsExactlyInAnyOrder("weak MD5", "pointer SHA-1", "json MD2");
    }

    @Test
    void elementsOfXml() throws IOException {
        write("shop/crypto.xml", """
            <crypto><hash use="sign" name="MD5"/><hash use="store" name="SHA-256"/>
            <cipher>DES</cipher><strong><cipher>AES/GCM/NoPadding</cipher></strong></crypto>
            """);
        write("shop/typed.xml", "<!DOCTYPE a [<!ENTITY w 'MD5'>]><a>&w;</a>");

        assertThat(found("""
            Document xml(String file) throws Exception {
                Document d = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Shop.class.getResourceAsStream(file));
                d.getDocumentElement().normalize();
                return d;
            }
            Element hash(int i) throws Exception { return (Element) xml("crypto.xml").getElementsByTagName("hash").item(i); }
            void weak() throws Exception { digest(hash(0).getAttribute("name")); }
            void strong() throws Exception { digest(hash(1).getAttribute("name")); }
            void cipher() throws Exception { cipher(xml("crypto.xml").getElementsByTagName("cipher").item(0).getTextContent()); }
            void child() throws Exception { cipher(xml("crypto.xml").getElementsByTagName("cipher").item(0).getFirstChild().getNodeValue()); }
            void strongCipher() throws Exception { cipher(xml("crypto.xml").getElementsByTagName("cipher").item(1).getTextContent()); }
            void typed() throws Exception { digest(xml("typed.xml").getDocumentElement().getTextContent()); }
            void changed() throws Exception {
                Element e = hash(0);
                e.setAttribute("name", "SHA-256");
                digest(e.getAttribute("name"));
            }
            void changedByText() throws Exception {
                Document d = xml("crypto.xml");
                d.getElementsByTagName("cipher").item(0).getFirstChild().setNodeValue("AES");
                cipher(d.getElementsByTagName("cipher").item(0).getTextContent());
            }
            void changedByParent() throws Exception {
                Document d = xml("crypto.xml");
                Element e = (Element) d.getElementsByTagName("strong").item(0);
                ((Element) e.getParentNode()).setTextContent("");
                cipher(d.getElementsByTagName("cipher").item(0).getTextContent());
            }
            """)).containsExactlyInAnyOrder("weak MD5", "cipher DES", "child DES");
    }

    @Test
    void settingsAskedForAndBound() throws IOException {
        write("application.yml", "shop:\n  hash-name: SHA-1\n  strong: SHA-256\n");
        write("more/own.properties", "own.weak=MD4\nown.strong=SHA-512\n");

        assertThat(found("""
            @org.springframework.context.annotation.PropertySource({"classpath:/more/own.properties", "file:/etc/other.properties"}) static class More {}
            @org.springframework.boot.context.properties.ConfigurationProperties(prefix = "shop") static class Bound {
                private String hashName; private String strong; private String unset = "MD5";
                public void setHashName(String name) { hashName = name; }
                public void setStrong(String name) { strong = name; }
                public void setUnset(String name) { unset = name; }
                public String getHashName() { return hashName; }
            }
            void asked(Environment e) throws Exception { digest(e.getProperty("shop.hash-name")); }
            void otherwise(Environment e) throws Exception { digest(e.getProperty("shop.none", "MD2")); }
            void strong(Environment e) throws Exception { digest(e.getProperty("shop.strong")); }
            void own(Environment e) throws Exception { digest(e.getProperty("own.weak")); }
            void ownStrong(Environment e) throws Exception { digest(e.getProperty("own.strong")); }
            void any(Environment e, String key) throws Exception { digest(e.getProperty(key)); }
            void bound(Bound b) throws Exception { digest(b.getHashName()); }
            void boundStrong(Bound b) throws Exception { digest(b.strong); }
            void boundUnset(Bound b) throws Exception { digest(b.unset); }
            """)).containsExactlyInAnyOrder("asked SHA-1", "otherwise MD2", "own MD4", "bound SHA-1");
    }

    @Test
    void aFileThatIsBrokenOrLargeOrHasReferencesSaysNothing() throws IOException {
        write("shop/broken.yml", "crypto: [MD5");
        write("shop/references.yml", "a: &a {weak: MD5}\ncrypto: *a\n");
        write("shop/large.yml", "crypto: {weak: MD5}\nmore: [" + "x, ".repeat(500) + "x]\n");

        assertThat(found("""
            void from(String file) throws Exception {
                Map<String, Map<String, String>> m = new Yaml().load(Shop.class.getResourceAsStream(file));
                digest(m.get("crypto").get("weak"));
            }
            void broken() throws Exception { from("broken.yml"); }
            void references() throws Exception { from("references.yml"); }
            void large() throws Exception { from("large.yml"); }
            void none() throws Exception { from("none.yml"); }
            """)).isEmpty();
    }

    private void write(String file, String content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    /** Methods with the weak algorithms that reach them, found where they are called. */
    private List<String> found(String members) throws IOException {
        var sources = new HashMap<>(LIBRARIES);
        // each method names the algorithm itself, so that it is told apart
        var body = members.replaceAll("\\bdigest\\(", "java.security.MessageDigest.getInstance(")
                .replaceAll("\\bcipher\\((?!\\))", "javax.crypto.Cipher.getInstance(");
        sources.put("shop/Shop.java", """
            package shop;
            import com.fasterxml.jackson.databind.*;
            import com.fasterxml.jackson.databind.node.*;
            import java.io.*;
            import java.nio.charset.StandardCharsets;
            import java.util.*;
            import javax.xml.parsers.DocumentBuilderFactory;
            import org.springframework.core.env.Environment;
            import org.springframework.core.io.ClassPathResource;
            import org.w3c.dom.*;
            import org.yaml.snakeyaml.Yaml;
            @SuppressWarnings("unchecked")
            class Shop {
            %s
            }
            """.formatted(body));
        return Compiled.in(folder, sources).look(OwnMethods.NONE).weakNames().stream()
                .map(named -> named.method().substring(0, named.method().indexOf('(')) + " " + named.algorithm())
                .toList();
    }
}
