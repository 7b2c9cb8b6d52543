package dev.gatehouse.trackers.jira.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.text.VisibleText;
import java.util.List;

/**
 * The Atlassian Document Format, version 1. It is a tree, so nothing in a text can become markup; an empty text node is
 * refused by Jira and left out.
 */
public final class Adf {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Adf() {}

    public static JsonNode of(Document document) {
        var root = JSON.objectNode().put("type", "doc").put("version", 1);
        var content = root.putArray("content");
        document.blocks().forEach(block -> content.add(block(block)));
        return root;
    }

    private static ObjectNode block(Block block) {
        if (block instanceof Block.Heading heading) {
            var node = node("heading");
            node.putObject("attrs").put("level", 3);
            spans(node.putArray("content"), List.of(new Span.Plain(heading.text())));
            return node;
        }
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph(paragraph.spans());
        }
        if (block instanceof Block.Bullets bullets) {
            var node = node("bulletList");
            var items = node.putArray("content");
            bullets.items().forEach(item -> {
                var list = node("listItem");
                list.putArray("content").add(paragraph(item));
                items.add(list);
            });
            return node;
        }
        var node = node("codeBlock");
        var text = VisibleText.block(((Block.Verbatim) block).text());
        if (!text.isEmpty()) {
            node.putArray("content").add(node("text").put("text", text));
        }
        return node;
    }

    private static ObjectNode paragraph(List<Span> spans) {
        var node = node("paragraph");
        spans(node.putArray("content"), spans);
        return node;
    }

    private static void spans(ArrayNode content, List<Span> spans) {
        for (var span : spans) {
            // ADF keeps spaces at the ends, so texts are not stripped here
            var text = VisibleText.block(span.text()).replaceAll("[\\n\\t]+", " ");
            if (!text.isEmpty()) {
                content.add(span(span, text));
            }
        }
    }

    private static ObjectNode span(Span span, String text) {
        var node = node("text").put("text", text);
        if (span instanceof Span.Strong) {
            node.putArray("marks").add(node("strong"));
        } else if (span instanceof Span.Mono) {
            node.putArray("marks").add(node("code"));
        } else if (span instanceof Span.Link link && link.isSafe()) {
            var mark = node("link");
            mark.putObject("attrs").put("href", link.address());
            node.putArray("marks").add(mark);
        }
        return node;
    }

    private static ObjectNode node(String type) {
        return JSON.objectNode().put("type", type);
    }
}
