package dev.gatehouse.findings.config;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a YAML 1.2 settings file, with bounds on size, depth and aliases, so that a hostile file stays harmless. */
public final class YamlFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 50;

    private YamlFile() {}

    /** The top-level keys of {@code file}; an empty file has none. */
    public static YamlMap read(Path file) {
        return parse(file.toString(), text(file));
    }

    /** The content of {@code file}, which must be UTF-8 and not large. */
    static String text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new BadInput("%s: %s".formatted(file, Files.exists(file) ? "is not a file" : "does not exist"));
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new BadInput("%s: larger than 1 MiB, which no settings file is".formatted(file));
            }
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new BadInput("%s: not UTF-8; save the file in that encoding".formatted(file), e);
        } catch (IOException e) {
            throw new BadInput("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }

    /** As {@link #read}, from memory; {@code name} stands in messages for the file's name. */
    public static YamlMap parse(String name, String content) {
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setUseMarks(true)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MAX_BYTES)
                .build();
        try {
            refuseDeepNesting(name, content, settings);
            return new Compose(settings)
                    .composeString(withoutComments(content).isBlank() ? "{}" : content)
                    .map(node -> new YamlValue(name, node).map())
                    .orElseThrow(() -> new BadInput(name + ": holds no YAML document"));
        } catch (MarkedYamlEngineException e) {
            var place = e.getProblemMark()
                    .map(mark -> "%s:%d:%d".formatted(name, mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(name);
            throw new BadInput("%s: not valid YAML: %s".formatted(place, e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw new BadInput("%s: not valid YAML: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static String withoutComments(String content) {
        return content.lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining("\n"));
    }

    /** Composing recurses, so depth is bounded first, on the flat stream of events. */
    private static void refuseDeepNesting(String name, String content, LoadSettings settings) {
        int depth = 0;
        for (var event : new Parse(settings).parseString(content)) {
            depth += opens(event.getEventId()) - closes(event.getEventId());
            if (depth > MAX_DEPTH) {
                throw new BadInput("%s: nested deeper than %d levels".formatted(name, MAX_DEPTH));
            }
        }
    }

    private static int opens(Event.ID event) {
        return event == Event.ID.SequenceStart || event == Event.ID.MappingStart ? 1 : 0;
    }

    private static int closes(Event.ID event) {
        return event == Event.ID.SequenceEnd || event == Event.ID.MappingEnd ? 1 : 0;
    }
}
