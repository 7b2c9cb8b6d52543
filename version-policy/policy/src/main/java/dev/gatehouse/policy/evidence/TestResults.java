package dev.gatehouse.policy.evidence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.json.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the tests said: the JUnit XML files that build tools write ({@code TEST-*.xml}), summed up as an in-toto test
 * result, version 0.1. A test that was left out counts as a warning: nobody knows whether it would have passed.
 */
public final class TestResults {
    private static final XMLInputFactory XML = secure();

    private final SortedSet<String> passed = new TreeSet<>();
    private final SortedSet<String> skipped = new TreeSet<>();
    private final SortedSet<String> failed = new TreeSet<>();
    private final ObjectNode files = JsonNodeFactory.instance.objectNode();

    private TestResults() {}

    /**
     * Reads every {@code TEST-*.xml} in these folders.
     *
     * @throws BadInput when a folder has none, or one is no JUnit XML
     */
    public static TestResults read(Collection<Path> folders) {
        var results = new TestResults();
        folders.forEach(results::readFolder);
        return results;
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    ObjectNode predicate() {
        var json = JsonNodeFactory.instance.objectNode().put("result", result());
        var configuration = json.putArray("configuration");
        files.properties()
                .forEach(file -> configuration
                        .addObject()
                        .put("name", file.getKey())
                        .putObject("digest")
                        .set("sha256", file.getValue()));
        passed.forEach(json.putArray("passedTests")::add);
        skipped.forEach(json.putArray("warnedTests")::add);
        failed.forEach(json.putArray("failedTests")::add);
        return json;
    }

    private String result() {
        if (!failed.isEmpty()) {
            return "FAILED";
        }
        return skipped.isEmpty() ? "PASSED" : "WARNED";
    }

    private void readFolder(Path folder) {
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new BadInput(folder + ": cannot be read; name a folder of test reports", e);
        }
        if (found.isEmpty()) {
            throw new BadInput(folder + ": has no TEST-*.xml; name a folder such as target/surefire-reports");
        }
        found.stream().sorted().forEach(this::readFile);
    }

    private void readFile(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            files.put(String.valueOf(file.getFileName()), Sha256.of(bytes));
            readCases(XML.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException e) {
            throw new BadInput(
                    "%s:%d: is no JUnit XML"
                            .formatted(
                                    file,
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNumber()),
                    e);
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read", e);
        }
    }

    private void readCases(XMLStreamReader xml) throws XMLStreamException {
        var name = "";
        var into = passed;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "testcase" -> {
                        name = "%s.%s"
                                .formatted(
                                        xml.getAttributeValue(null, "classname"), xml.getAttributeValue(null, "name"));
                        into = passed;
                    }
                    case "failure", "error" -> into = failed;
                    case "skipped" -> into = skipped;
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("testcase")) {
                into.add(name);
            }
        }
    }

    /** Test reports come from the build, whose author may be anybody: no document type, no entity from elsewhere. */
    private static XMLInputFactory secure() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
