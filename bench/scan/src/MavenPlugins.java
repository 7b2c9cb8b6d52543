import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a user would run instead: spotbugs-maven-plugin with FindSecBugs, then dependency-check-maven. */
final class MavenPlugins {
    /** The newest plugin that runs on Maven 3.8.7, with the engine that Gatehouse has. */
    private static final String SPOTBUGS_PLUGIN = "4.10.3.0";
    private static final String SPOTBUGS = "4.10.4";
    private static final String FIND_SEC_BUGS = "1.14.0";
    private static final String DEPENDENCY_CHECK = "13.0.0";

    private MavenPlugins() {}

    /** Adds both plugins to the root pom of a project (a copy that is the benchmark's own). */
    static void addTo(Path pom, Path database) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        var plugins = child(document, child(document, document.getDocumentElement(), "build"), "plugins");
        plugins.appendChild(document.importNode(parse(spotbugs()), true));
        plugins.appendChild(document.importNode(parse(dependencyCheck(database)), true));
        TransformerFactory.newInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(pom.toFile()));
    }

    static List<String> spotbugsCommand() {
        return List.of("mvn", "-B", "-ntp", "-o", "compile", "spotbugs:spotbugs");
    }

    /** The plugin refuses to run with Maven offline; all that it would fetch is switched off. */
    static List<String> dependencyCheckCommand() {
        return List.of("mvn", "-B", "-ntp", "compile", "dependency-check:aggregate");
    }

    private static String spotbugs() {
        return """
                <plugin><groupId>com.github.spotbugs</groupId><artifactId>spotbugs-maven-plugin</artifactId>
                <version>%s</version><configuration><effort>Default</effort><threshold>Low</threshold>
                <plugins><plugin><groupId>com.h3xstream.findsecbugs</groupId><artifactId>findsecbugs-plugin</artifactId>
                <version>%s</version></plugin></plugins></configuration>
                <dependencies><dependency><groupId>com.github.spotbugs</groupId><artifactId>spotbugs</artifactId>
                <version>%s</version></dependency></dependencies></plugin>
                """.formatted(SPOTBUGS_PLUGIN, FIND_SEC_BUGS, SPOTBUGS);
    }

    /** Offline, on the given database; 5.6.2 of the HTTP cache that it asks for is not on Maven Central. */
    private static String dependencyCheck(Path database) {
        return """
                <plugin><groupId>org.owasp</groupId><artifactId>dependency-check-maven</artifactId><version>%s</version>
                <configuration><autoUpdate>false</autoUpdate><dataDirectory>%s</dataDirectory><failOnError>false</failOnError>
                <ossindexAnalyzerEnabled>false</ossindexAnalyzerEnabled><knownExploitedEnabled>false</knownExploitedEnabled>
                <retireJsAnalyzerEnabled>false</retireJsAnalyzerEnabled><centralAnalyzerEnabled>false</centralAnalyzerEnabled>
                <nodeAnalyzerEnabled>false</nodeAnalyzerEnabled><nodeAuditAnalyzerEnabled>false</nodeAuditAnalyzerEnabled>
                <assemblyAnalyzerEnabled>false</assemblyAnalyzerEnabled><versionCheckEnabled>false</versionCheckEnabled>
                <hostedSuppressionsEnabled>false</hostedSuppressionsEnabled></configuration>
                <dependencies><dependency><groupId>org.apache.httpcomponents.client5</groupId>
                <artifactId>httpclient5-cache</artifactId><version>5.6.3</version></dependency>
                <dependency><groupId>org.apache.httpcomponents.client5</groupId>
                <artifactId>httpclient5</artifactId><version>5.6.3</version></dependency></dependencies></plugin>
                """.formatted(DEPENDENCY_CHECK, database);
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static Element child(Document document, Element parent, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return (Element) parent.appendChild(document.createElement(name));
    }
}
