package dev.gatehouse.scanners.sast;

import dev.gatehouse.findings.model.Evidence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads some lines around a place. Sources may be in any encoding, of any size and with lines of any length. */
final class SourceLines {
    private static final int AROUND = 3;
    private static final int MAX_LINES = 12;
    private static final int MAX_LENGTH = 240;
    private static final long MAX_BYTES = 8 << 20;

    private Path last = Path.of("");
    private List<String> lastLines = List.of();

    /** None when there are no line numbers, or the file cannot be read or has not that many lines. */
    Optional<Evidence.Excerpt> around(Path file, int startLine, int endLine) {
        var lines = lines(file);
        if (startLine < 1 || startLine > lines.size()) {
            return Optional.empty();
        }
        int first = Math.max(1, startLine - AROUND);
        int end = Math.min(Math.min(lines.size(), endLine + AROUND), first + MAX_LINES - 1);
        return Optional.of(new Evidence.Excerpt(
                first,
                lines.subList(first - 1, end).stream().map(SourceLines::cut).toList()));
    }

    /** One line without its indentation; none where {@link #around} has none, and for an empty line. */
    Optional<String> at(Path file, int line) {
        var lines = lines(file);
        return line < 1 || line > lines.size()
                ? Optional.empty()
                : Optional.of(cut(lines.get(line - 1).strip())).filter(text -> !text.isEmpty());
    }

    private static String cut(String line) {
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }

    private List<String> lines(Path file) {
        if (!file.equals(last)) {
            last = file;
            lastLines = read(file);
        }
        return lastLines;
    }

    private static List<String> read(Path file) {
        try {
            return Files.size(file) > MAX_BYTES
                    ? List.of()
                    : text(Files.readAllBytes(file)).lines().toList();
        } catch (IOException e) {
            // the excerpt is an extra; the finding stands without it
            return List.of();
        }
    }

    /** UTF-8, and where it is none Latin-1, which every byte is. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
