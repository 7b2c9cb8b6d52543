package dev.gatehouse.findings.config;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value of a YAML file that knows where it stands. */
public final class YamlValue {
    private static final String DECIMAL = "[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?";

    private final String file;
    private final Node node;

    YamlValue(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Where the value stands, as {@code FILE:LINE:COLUMN}, both counted from 1. */
    public String where() {
        return node.getStartMark()
                .map(mark -> "%s:%d:%d".formatted(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(file);
    }

    /** Where the value stands, as {@code FILE:LINE}. */
    public String line() {
        return node.getStartMark()
                .map(mark -> "%s:%d".formatted(file, mark.getLine() + 1))
                .orElse(file);
    }

    /** A mistake at this place. */
    public BadInput wrong(String sentence) {
        return new BadInput(where() + ": " + VisibleText.brief(sentence));
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(file, mapping);
        }
        throw wrong("expected keys and values, found %s".formatted(kind()));
    }

    /** The elements; a single value counts as a list of one. */
    public List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            var elements = new ArrayList<YamlValue>();
            sequence.getValue().forEach(element -> elements.add(new YamlValue(file, element)));
            return List.copyOf(elements);
        }
        return List.of(this);
    }

    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("expected a text, found %s".formatted(kind()));
    }

    public int integer() {
        return parsed(Integer::valueOf, "a whole number");
    }

    /** A whole number from {@code least} to {@code most}. */
    public int integer(int least, int most) {
        int number = integer();
        if (number < least || number > most) {
            throw wrong("expected a whole number from %d to %d, found %d".formatted(least, most, number));
        }
        return number;
    }

    public double number() {
        if (!text().matches(DECIMAL)) {
            throw wrong("expected a number, found '%s'".formatted(text()));
        }
        return Double.parseDouble(text());
    }

    public boolean bool() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("expected true or false, found '%s'".formatted(text()));
        };
    }

    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw wrong("'%s' is no date: write it as 2026-12-31".formatted(text()));
        }
    }

    /** Parses the text with {@code parser}; a {@link BadInput} from it gets the place in front. */
    public <T> T as(Function<String, T> parser) {
        try {
            return parser.apply(text());
        } catch (BadInput e) {
            throw new BadInput(where() + ": " + VisibleText.brief(String.valueOf(e.getMessage())), e);
        }
    }

    private <T> T parsed(Function<String, T> parser, String expected) {
        try {
            return parser.apply(text());
        } catch (NumberFormatException e) {
            throw wrong("expected %s, found '%s'".formatted(expected, text()));
        }
    }

    private String kind() {
        if (node instanceof MappingNode) {
            return "keys and values";
        }
        return node instanceof SequenceNode ? "a list" : "a single value";
    }
}
