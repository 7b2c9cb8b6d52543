package dev.gatehouse.trackers.jira.text;

import java.util.ArrayList;
import java.util.List;

/** The text of a description or a comment. */
public record Document(List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }

    /** One paragraph. */
    public static Document of(String text) {
        return new Document(List.of(new Block.Paragraph(List.of(new Span.Plain(text)))));
    }

    public Document and(Block block) {
        var more = new ArrayList<>(blocks);
        more.add(block);
        return new Document(more);
    }
}
