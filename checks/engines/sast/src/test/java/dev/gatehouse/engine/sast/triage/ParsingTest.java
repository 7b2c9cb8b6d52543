package dev.gatehouse.engine.sast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.model.Triage.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsers and streams that were made safe elsewhere than beside the call, and look-alikes that were not. */
class ParsingTest {
    private static final String DOCUMENTS = """
        package shop;
        import java.io.*;
        import javax.xml.parsers.*;
        import javax.xml.transform.*;
        import org.xml.sax.*;
        class Shop {
            static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
            static final String GENERAL = "http://xml.org/sax/features/external-general-entities";
            static final String PARAMETER = "http://xml.org/sax/features/external-parameter-entities";
            private final DocumentBuilderFactory made;
            private final DocumentBuilderFactory given = DocumentBuilderFactory.newInstance();
            private final DocumentBuilderFactory told = DocumentBuilderFactory.newInstance();
            private static final DocumentBuilderFactory STATIC = safe();
            private DocumentBuilderFactory again = safe();
            Shop() { made = safe(); tell(given); tell(told); }
            Shop(int other) { made = safe(); tell(given); tell(told); }
            static DocumentBuilderFactory safe() {
                try {
                    DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
                    tell(f);
                    return f;
                } catch (Exception e) { throw new IllegalStateException(e); }
            }
            static void tell(DocumentBuilderFactory f) {
                try { f.setFeature(DOCTYPE, true); } catch (ParserConfigurationException e) { throw new IllegalStateException(e); }
            }
            static void ask(DocumentBuilderFactory f) {
                try { f.setFeature(DOCTYPE, true); } catch (ParserConfigurationException e) { System.err.println(e); }
            }
            static void loose(DocumentBuilderFactory f) throws Exception { f.setFeature(DOCTYPE, false); }
            DocumentBuilderFactory give() { return given; }
            void change() throws Exception { told.setFeature(DOCTYPE, false); }
            void replace() { again = DocumentBuilderFactory.newInstance(); }
            static class Refusing implements EntityResolver { public InputSource resolveEntity(String p, String s) throws SAXException { throw new SAXException(s); } }
            static class Some implements EntityResolver { public InputSource resolveEntity(String p, String s) { return s.endsWith(".dtd") ? new InputSource(new StringReader("")) : null; } }
            static class Asking implements EntityResolver { public InputSource resolveEntity(String p, String s) { return new InputSource(s); } }
            void read(InputStream in, boolean yes, String name) throws Exception {
                DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
                %s
                f.newDocumentBuilder().parse(in); // sink
            }
        }
        """;

    private static final String STREAMS = """
        package shop;
        import java.io.*;
        import java.util.*;
        class Shop {
            static class Listed extends ObjectInputStream {
                private static final Set<String> ALLOWED = Set.of("java.lang.Integer");
                Listed(InputStream in) throws IOException { super(in); }
                @Override protected Class<?> resolveClass(ObjectStreamClass d) throws IOException, ClassNotFoundException {
                    if (!ALLOWED.contains(d.getName())) throw new InvalidClassException(d.getName());
                    return super.resolveClass(d);
                }
            }
            static class Given extends ObjectInputStream {
                private final List<String> names; private final String[] begins = {"java.lang.", "java.util."};
                Given(InputStream in, List<String> names) throws IOException { super(in); this.names = names; }
                @Override protected Class<?> resolveClass(ObjectStreamClass d) throws IOException, ClassNotFoundException {
                    String name = d.getName();
                    if (!isAllowed(name)) throw new InvalidClassException(name);
                    return super.resolveClass(d);
                }
                private boolean isAllowed(String name) {
                    for (int i = 0; i < begins.length; i++) { if (name.startsWith(begins[i])) return true; }
                    for (String one : names) { if (name.equals(one)) return true; }
                    return false;
                }
            }
            static class Denied extends ObjectInputStream {
                private static final Set<String> DENIED = Set.of("evil.Gadget");
                Denied(InputStream in) throws IOException { super(in); }
                @Override protected Class<?> resolveClass(ObjectStreamClass d) throws IOException, ClassNotFoundException {
                    if (DENIED.contains(d.getName())) throw new InvalidClassException(d.getName());
                    return super.resolveClass(d);
                }
            }
            static class Noting extends ObjectInputStream {
                private static final Set<String> ALLOWED = Set.of("java.lang.Integer");
                Noting(InputStream in) throws IOException { super(in); }
                @Override protected Class<?> resolveClass(ObjectStreamClass d) throws IOException, ClassNotFoundException {
                    if (!ALLOWED.contains(d.getName())) System.err.println(d.getName());
                    return super.resolveClass(d);
                }
            }
            static class Plain extends ObjectInputStream { Plain(InputStream in) throws IOException { super(in); } }
            Object read(InputStream in, List<String> names, String pattern) throws Exception {
                %s
                return s.readObject(); // sink
            }
        }
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f.setFeature(DOCTYPE, true);",
                "tell(f);",
                "f = safe();",
                "f = made;",
                "f = STATIC;",
                "f.setFeature(GENERAL, false); f.setFeature(PARAMETER, false); f.setXIncludeAware(false);",
                "f.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, \"\");",
                "if (yes) tell(f); else f = safe();",
                "tell(f); f.setNamespaceAware(yes);",
            })
    void aParserThatWasToldIsNotSuspected(String body) throws IOException {
        assertThat(document(body)).isEqualTo(Level.UNLIKELY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ask(f);",
                "loose(f);",
                "tell(f); loose(f);",
                "f.setFeature(DOCTYPE, yes);",
                "f.setFeature(name, true);",
                "tell(f); f.setFeature(name, yes);",
                "f.setFeature(GENERAL, false);",
                "f.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);",
                "f.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, \"file\");",
                "if (yes) tell(f);",
                "f = given;",
                "f = told;",
                "f = again;",
                "f.newDocumentBuilder().setEntityResolver(new Refusing());",
                "safe();",
            })
    void aLookAlikeIs(String body) throws IOException {
        assertThat(document(body)).isEqualTo(Level.LIKELY);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "new Refusing(), UNLIKELY",
                "`(p, s) -> new InputSource(new StringReader(\"\"))`, UNLIKELY",
                "`(p, s) -> new InputSource(new ByteArrayInputStream(new byte[0]))`, UNLIKELY",
                "`(p, s) -> new InputSource(Shop.class.getResourceAsStream(\"own.dtd\"))`, UNLIKELY",
                "`(p, s) -> { throw new SAXException(s); }`, UNLIKELY",
                "new Some(), LIKELY",
                "new Asking(), LIKELY",
                "null, LIKELY",
                "`(p, s) -> null`, LIKELY",
                "`(p, s) -> new InputSource(new StringReader(s))`, LIKELY",
            })
    void aResolverCountsByWhatItGives(String resolver, Level expected) throws IOException {
        var source = DOCUMENTS
                .formatted("DocumentBuilder b = f.newDocumentBuilder(); b.setEntityResolver(" + resolver + ");")
                .replace("f.newDocumentBuilder().parse(in)", "b.parse(in)");
        assertThat(level("XXE_DOCUMENT", source, "read(Ljava/io/InputStream;ZLjava/lang/String;)V"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`f.setProperty(XMLInputFactory.SUPPORT_DTD, false);`, UNLIKELY",
                "`f.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);`, UNLIKELY",
                "`f.setProperty(XMLInputFactory.SUPPORT_DTD, yes);`, LIKELY",
                "`f.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.TRUE);`, LIKELY",
                "`f = inField;`, UNLIKELY",
                "`f = halfInField;`, LIKELY",
            })
    void aFactoryOfStreamsInAFinalFieldIsToldByEveryConstructor(String body, Level expected) throws IOException {
        var source = """
            package shop;
            import java.io.*;
            import javax.xml.stream.*;
            class Shop {
                final XMLInputFactory inField = XMLInputFactory.newInstance();
                final XMLInputFactory halfInField = XMLInputFactory.newInstance();
                Shop() { inField.setProperty(XMLInputFactory.SUPPORT_DTD, false); halfInField.setProperty(XMLInputFactory.SUPPORT_DTD, false); }
                Shop(int other) { inField.setProperty(XMLInputFactory.SUPPORT_DTD, false); }
                void read(InputStream in, boolean yes) throws Exception {
                    XMLInputFactory f = XMLInputFactory.newInstance();
                    %s
                    f.createXMLStreamReader(in); // sink
                }
            }
            """.formatted(body);
        assertThat(level("XXE_XMLSTREAMREADER", source, "read(Ljava/io/InputStream;Z)V"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`f.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, \"\"); f.newTransformer();`, UNLIKELY",
                "`f.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, \"\"); field = f;`, UNLIKELY",
                "`f.newTransformer(); f.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, \"\");`, LIKELY",
                "`if (yes) f.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, \"\"); f.newTransformer();`, LIKELY",
                "`field = f;`, LIKELY",
                "``, LIKELY",
            })
    void aFactoryOfTransformersIsToldBeforeItIsUsed(String body, Level expected) throws IOException {
        var source = """
            package shop;
            import javax.xml.XMLConstants;
            import javax.xml.transform.*;
            class Shop {
                TransformerFactory field;
                void make(boolean yes) throws Exception {
                    TransformerFactory f = TransformerFactory.newInstance(); // sink
                    %s
                }
            }
            """.formatted(body);
        assertThat(level("XXE_DTD_TRANSFORM_FACTORY", source, "make(Z)V")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`ObjectInputStream s = new Listed(in);`, UNLIKELY",
                "`Listed s = (Listed) (Object) in;`, UNLIKELY",
                "`ObjectInputStream s = new Given(in, names);`, UNLIKELY",
                "`ObjectInputStream s = new ObjectInputStream(in);"
                        + " s.setObjectInputFilter(ObjectInputFilter.Config.createFilter(\"java.base/*;!*\"));`, UNLIKELY",
                "`ObjectInputStream s = new ObjectInputStream(in);"
                        + " s.setObjectInputFilter(ObjectInputFilter.Config.createFilter(\"!evil.*\"));`, LIKELY",
                "`ObjectInputStream s = new ObjectInputStream(in);"
                        + " s.setObjectInputFilter(ObjectInputFilter.Config.createFilter(pattern));`, LIKELY",
                "`ObjectInputStream s = new Denied(in);`, LIKELY",
                "`ObjectInputStream s = new Noting(in);`, LIKELY",
                "`ObjectInputStream s = new Plain(in);`, LIKELY",
                "`ObjectInputStream s = names.isEmpty() ? new Listed(in) : new ObjectInputStream(in);`, LIKELY",
                "`ObjectInputStream s = new ObjectInputStream(in);`, LIKELY",
            })
    void aStreamCountsByTheClassesThatItLetsThrough(String body, Level expected) throws IOException {
        assertThat(level(
                        "OBJECT_DESERIALIZATION",
                        STREAMS.formatted(body),
                        "read(Ljava/io/InputStream;Ljava/util/List;Ljava/lang/String;)Ljava/lang/Object;"))
                .isEqualTo(expected);
    }

    private Level document(String body) throws IOException {
        return level("XXE_DOCUMENT", DOCUMENTS.formatted(body), "read(Ljava/io/InputStream;ZLjava/lang/String;)V");
    }

    private Level level(String rule, String source, String method) throws IOException {
        var compiled = Compiled.in(folder, Map.of("shop/Shop.java", source));
        var finding = compiled.finding(rule, "shop/Shop.java", method, "sink");
        return Triage.levelOf(compiled.look(OwnMethods.NONE).judge(finding).triage());
    }
}
