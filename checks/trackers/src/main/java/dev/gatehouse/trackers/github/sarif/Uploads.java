package dev.gatehouse.trackers.github.sarif;

import java.util.List;

/**
 * A report as files for code scanning.
 *
 * @param cut a sentence for everything that was left out
 */
public record Uploads(List<Upload> files, List<String> cut) {
    public Uploads {
        files = List.copyOf(files);
        cut = List.copyOf(cut);
    }
}
