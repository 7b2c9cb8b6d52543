package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parsers of XML and what makes them, with what they are told: settings by name, on the heap. What a factory was told when
 * it makes a parser is true of the parser.
 */
final class Parsers {
    private static final Set<String> FACTORIES = Set.of(
            "javax/xml/parsers/DocumentBuilderFactory",
            "javax/xml/parsers/SAXParserFactory",
            "javax/xml/stream/XMLInputFactory",
            "javax/xml/transform/TransformerFactory",
            "org/xml/sax/helpers/XMLReaderFactory");

    private static final Set<String> TYPES = Set.of(
            "javax/xml/parsers/DocumentBuilderFactory",
            "javax/xml/parsers/SAXParserFactory",
            "javax/xml/stream/XMLInputFactory",
            "javax/xml/transform/TransformerFactory",
            "javax/xml/transform/sax/SAXTransformerFactory",
            "javax/xml/parsers/DocumentBuilder",
            "javax/xml/parsers/SAXParser",
            "org/xml/sax/XMLReader");

    private static final Map<String, String> MADE = Map.of(
            "newDocumentBuilder/0", "javax/xml/parsers/DocumentBuilder",
            "newSAXParser/0", "javax/xml/parsers/SAXParser");

    private static final Set<String> TOLD = Set.of("setFeature/2", "setAttribute/2", "setProperty/2");
    /** What changes no setting that matters here. */
    private static final Set<String> BESIDES = Set.of(
            "setNamespaceAware/1",
            "setXIncludeAware/1",
            "setExpandEntityReferences/1",
            "setValidating/1",
            "setCoalescing/1",
            "setIgnoringComments/1",
            "setIgnoringElementContentWhitespace/1",
            "setErrorHandler/1",
            "setErrorListener/1",
            "setContentHandler/1",
            "setDTDHandler/1",
            "getFeature/1",
            "isPropertySupported/1",
            "isNamespaceAware/0",
            "isValidating/0",
            "parse/1",
            "parse/2",
            "newTransformer/0",
            "newTransformer/1",
            "newTemplates/1");

    private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String GENERAL = "http://xml.org/sax/features/external-general-entities";
    private static final String PARAMETER = "http://xml.org/sax/features/external-parameter-entities";
    private static final String ACCESS_DTD = "http://javax.xml.XMLConstants/property/accessExternalDTD";
    private static final String ACCESS_STYLESHEET = "http://javax.xml.XMLConstants/property/accessExternalStylesheet";
    private static final String SUPPORT_DTD = "javax.xml.stream.supportDTD";
    /** A resolver that gives every entity a text of the program's own, or refuses it. */
    private static final String RESOLVER = "#resolver";

    private Parsers() {}

    static boolean isParser(String type) {
        return TYPES.contains(type);
    }

    /** Whether such a parser reads nothing that the document names. */
    static boolean readsNothingElse(Thing parser) {
        return is(parser, DOCTYPE, 1)
                || is(parser, SUPPORT_DTD, 0)
                || is(parser, ACCESS_DTD, "")
                || is(parser, RESOLVER, 1)
                || (is(parser, GENERAL, 0) && is(parser, PARAMETER, 0));
    }

    /** Whether a stylesheet that it is given can load no others. */
    static boolean loadsNoStylesheets(Thing factory) {
        return is(factory, ACCESS_STYLESHEET, "");
    }

    private static boolean is(Thing parser, String name, Object wanted) {
        var slots = parser.slots();
        return slots != null
                && isParser(parser.type())
                && slots.containsKey(name)
                && wanted.equals(slots.get(name).fixed());
    }

    static @Nullable Answer answer(Invocation call, Resolvers resolvers) {
        if (call.isStatic()) {
            boolean makes = FACTORIES.contains(call.owner())
                    && (call.name().startsWith("new") || call.name().equals("createXMLReader"));
            return makes ? made(call, call.returned().getInternalName(), Thing.map("")) : null;
        }
        var parser = call.heap().of(call.receiver()).orElse(null);
        if (parser == null || !isParser(parser.type()) || parser.slots() == null) {
            return null;
        }
        var type = MADE.get(call.shape());
        if (type != null) {
            return made(call, type, parser);
        }
        if (TOLD.contains(call.shape())) {
            return call.argument(0).constant() instanceof String name ? told(call, name, call.argument(1)) : null;
        }
        return switch (call.shape()) {
            // one and the same parser by two interfaces
            case "getXMLReader/0" -> Answer.of(call.receiver());
            case "setEntityResolver/1", "setXMLResolver/1" -> {
                var refuses = Value.constant(resolvers.refuses(call.heap(), call.argument(0)) ? 1 : 0);
                call.heap().escape(call.argument(0));
                yield told(call, RESOLVER, refuses);
            }
            default -> {
                boolean reads = call.name().startsWith("createXML");
                yield reads || BESIDES.contains(call.shape()) ? besides(call) : null;
            }
        };
    }

    private static Answer made(Invocation call, String type, Thing told) {
        var thing = Thing.map(type);
        for (var setting : (told.slots() == null ? Map.<Object, Value>of() : told.slots()).entrySet()) {
            thing = thing.withSlot(setting.getKey(), setting.getValue());
        }
        return Answer.of(call.heap().make(call.number(), thing));
    }

    private static Answer told(Invocation call, String name, Value value) {
        call.heap().change(call.receiver(), one -> one.withSlot(name, value.fixed() == null ? Value.SAFE : value));
        return Answer.NOTHING;
    }

    private static Answer besides(Invocation call) {
        call.arguments().forEach(call.heap()::escape);
        var result = call.unknown();
        return result == null ? Answer.NOTHING : Answer.of(result.numbered(call.number()));
    }
}
