package dev.gatehouse.engine.sast.triage;

import dev.gatehouse.engine.sast.triage.walk.Walked;
import dev.gatehouse.findings.model.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A call that is a weakness unless what it is made on was told otherwise before: a parser of XML, a stream of objects.
 *
 * @param meant the calls that the finding can be about
 * @param safe whether such a call does no harm
 * @param reason why, as the beginning of a sentence
 */
record Parsing(Predicate<MethodInsnNode> meant, BiPredicate<Walked, Walked.Called> safe, String reason) {
    private static final String TOLD = "The parser is told beforehand to read nothing that a document names";
    private static final Map<String, String> PARSERS = Map.of(
            "XXE_DOCUMENT", "javax/xml/parsers/DocumentBuilder",
            "XXE_SAXPARSER", "javax/xml/parsers/SAXParser",
            "XXE_XMLREADER", "org/xml/sax/XMLReader",
            "XXE_XMLSTREAMREADER", "javax/xml/stream/XMLInputFactory");
    private static final Set<String> TRANSFORMERS =
            Set.of("javax/xml/transform/TransformerFactory", "javax/xml/transform/sax/SAXTransformerFactory");

    /** None for a weakness of another kind. */
    static Optional<Parsing> of(Finding finding) {
        var parser = PARSERS.get(finding.rule());
        if (parser != null) {
            return Optional.of(new Parsing(
                    call -> call.owner.equals(parser) && (call.name.equals("parse") || call.name.startsWith("create")),
                    Walked::readsNothingElse,
                    TOLD));
        }
        return switch (finding.rule()) {
            case "XXE_DTD_TRANSFORM_FACTORY" ->
                Optional.of(new Parsing(Parsing::isFactory, Walked::makesWhatReadsNothingElse, TOLD));
            case "XXE_XSLT_TRANSFORM_FACTORY" ->
                Optional.of(new Parsing(
                        Parsing::isFactory,
                        Walked::makesWhatLoadsNoStylesheets,
                        "The transformer is told beforehand to load no other stylesheets"));
            case "OBJECT_DESERIALIZATION" ->
                Optional.of(new Parsing(
                        call -> call.name.equals("readObject") || call.name.equals("readUnshared"),
                        Walked::readsListedClassesOnly,
                        "The stream lets only classes through that it finds in a list, or refuses the others"));
            default -> Optional.empty();
        };
    }

    /** Whether every such call of the method on these lines does no harm. */
    boolean isSafe(Walked walked, int first, int last) {
        var calls = walked.calls(first, last, meant);
        return !calls.isEmpty() && calls.stream().allMatch(call -> !call.reached() || safe.test(walked, call));
    }

    private static boolean isFactory(MethodInsnNode call) {
        return TRANSFORMERS.contains(call.owner) && call.name.equals("newInstance");
    }
}
