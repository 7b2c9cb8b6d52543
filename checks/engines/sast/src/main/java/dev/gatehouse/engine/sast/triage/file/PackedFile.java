package dev.gatehouse.engine.sast.triage.file;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads files as the libraries that programs read them with do, by their ending. What is not understood says nothing. */
public final class PackedFile {
    /** Plain scalars that are no text to one or another reader (YAML 1.1 and 1.2). */
    private static final Pattern OTHER =
            Pattern.compile("|~|(?i:null|true|false|yes|no|on|off|y|n)|[-+]?[0-9.][-0-9_.:,eE+xobT"
                    + " ]*Z?|0x[0-9a-fA-F]+|[-+]?\\.(?i:inf|nan)");

    private PackedFile() {}

    /** YAML and JSON; none for files of several documents or with references, and for those that are broken. */
    public static Optional<Node> yaml(String path, byte[] bytes) {
        try {
            return Optional.of(map(YamlFile.parse(path, new String(bytes, StandardCharsets.UTF_8))));
        } catch (BadInput e) {
            return Optional.empty(); // what it says is not known then
        }
    }

    private static Node map(YamlMap map) {
        var entries = new LinkedHashMap<String, Node>();
        map.keys().forEach(key -> map.get(key).ifPresent(value -> entries.put(key, node(value))));
        return new Node.Entries(entries);
    }

    private static Node node(YamlValue value) {
        if (value.isMap()) {
            return map(value.map());
        }
        if (value.isList()) {
            return new Node.Items(value.list().stream().map(PackedFile::node).toList());
        }
        var text = value.text();
        return OTHER.matcher(text).matches() ? new Node.Other() : new Node.Text(text);
    }

    /** The document element; none for a file with a document type, which may say anything, and for a broken one. */
    public static Optional<Node.Element> xml(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(
                    element(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement()));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return Optional.empty(); // what it says is not known then
        }
    }

    private static Node.Element element(Element element) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        List<Node> content = new ArrayList<>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            content.add(
                    child instanceof Element one
                            ? element(one)
                            : child instanceof org.w3c.dom.Text text
                                    ? new Node.Text(text.getData())
                                    : new Node.Other());
        }
        return new Node.Element(element.getTagName(), attributes, content);
    }

    /** As {@link Properties} reads it. */
    public static Optional<Map<String, String>> properties(byte[] bytes, boolean xml) {
        try {
            var read = new Properties();
            var in = new ByteArrayInputStream(bytes);
            if (xml) {
                read.loadFromXML(in);
            } else {
                read.load(in);
            }
            var texts = new HashMap<String, String>();
            read.stringPropertyNames().forEach(name -> texts.put(name, read.getProperty(name)));
            return Optional.of(texts);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // what it says is not known then
        }
    }
}
