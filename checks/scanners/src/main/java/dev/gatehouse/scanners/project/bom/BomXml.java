package dev.gatehouse.scanners.project.bom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Streams a CycloneDX XML file; document types and entities are refused. */
public final class BomXml {
    private static final int DEEPEST = 200;

    private final XMLStreamReader xml;
    private final XmlBytes bytes;
    private final BomContent content = new BomContent();
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Component> open = new ArrayDeque<>();
    private final Deque<String> dependencies = new ArrayDeque<>();

    private static final class Component {
        private @Nullable String ref;
        private @Nullable String purl;
        private @Nullable String name;
    }

    private BomXml(XMLStreamReader xml, XmlBytes bytes) {
        this.xml = xml;
        this.bytes = bytes;
    }

    public static BomContent read(Path file) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (var input = new XmlBytes(Files.newInputStream(file))) {
            var xml = factory.createXMLStreamReader(input);
            try {
                return new BomXml(xml, input).document();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException unread ? unread : notXml(e);
        }
    }

    /** The parser's words come after a line with the place. */
    private static IOException notXml(XMLStreamException e) {
        var words = String.valueOf(e.getMessage()).replaceFirst("(?s).*\\RMessage: ", "");
        var place = e.getLocation();
        return new IOException(
                place == null
                        ? words
                        : "%s (line %d, column %d)".formatted(words, place.getLineNumber(), place.getColumnNumber()),
                e);
    }

    private BomContent document() throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            int event = xml.next();
            bytes.part();
            switch (event) {
                case XMLStreamConstants.DTD ->
                    throw new IOException("it declares a document type, which may read other files");
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS -> text(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
        return content;
    }

    private void start(String name) throws IOException {
        if (path.isEmpty()
                && !(name.equals("bom") && String.valueOf(xml.getNamespaceURI()).contains("cyclonedx"))) {
            throw new IOException("its root is not a CycloneDX bom");
        }
        if (path.size() > DEEPEST) {
            throw new IOException("it is nested more than %d deep".formatted(DEEPEST));
        }
        if (name.equals("component")) {
            var component = new Component();
            component.ref = xml.getAttributeValue(null, "bom-ref");
            open.push(component);
        } else if (name.equals("dependency")) {
            var ref = String.valueOf(xml.getAttributeValue(null, "ref"));
            if (!dependencies.isEmpty()) {
                content.edge(dependencies.peek(), ref);
            }
            dependencies.push(ref);
        }
        path.push(name);
    }

    private void text(String text) {
        var element = path.peek();
        var component = open.peek();
        if (element == null || component == null || !isComponents(1)) {
            return;
        }
        if (element.equals("purl")) {
            component.purl = text.strip();
        } else if (element.equals("name")) {
            component.name = text.strip();
        }
    }

    /** Whether the element so many levels up is a component. */
    private boolean isComponents(int up) {
        return path.stream().skip(up).findFirst().orElse("").equals("component");
    }

    private void end() throws IOException {
        var name = path.pop();
        if (name.equals("dependency")) {
            dependencies.pop();
        } else if (name.equals("component")) {
            var component = open.pop();
            if ("metadata".equals(path.peek())) {
                content.root(component.ref != null ? component.ref : component.purl, component.name);
            } else {
                content.component(component.ref, component.purl);
            }
        }
    }
}
