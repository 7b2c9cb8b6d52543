package dev.gatehouse.trackers.jira.release;

import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.jira.api.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Release notes as Markdown, from the issues; the same release gives the same text. */
public final class ReleaseNotes {
    private ReleaseNotes() {}

    /**
     * @param page of an issue, by its key
     */
    public static String markdown(String title, ReleaseReview review, Function<String, String> page) {
        var byType = new TreeMap<String, List<WorkItem>>();
        for (var key : review.changes().keys()) {
            var item = review.items().get(key);
            if (item != null) {
                byType.computeIfAbsent(item.type(), none -> new ArrayList<>()).add(item);
            }
        }
        var notes = new StringBuilder("# " + plain(title) + "\n");
        byType.forEach((type, items) -> {
            notes.append("\n## ").append(plain(type.isEmpty() ? "Other" : type)).append("\n\n");
            items.stream()
                    .distinct()
                    .forEach(item -> notes.append("- [%s](%s) %s%s\n"
                            .formatted(
                                    item.key(),
                                    page.apply(item.key()),
                                    plain(item.summary()),
                                    item.done() ? "" : " (" + plain(item.status()) + ")")));
        });
        var nameless = review.changes().all().stream()
                .filter(change -> !change.merge() && change.keys().isEmpty())
                .toList();
        if (!nameless.isEmpty()) {
            notes.append("\n## Without an issue\n\n");
            nameless.forEach(change -> notes.append(
                    "- %s (%s)\n".formatted(plain(change.subject()), change.id().substring(0, 12))));
        }
        return byType.isEmpty() && nameless.isEmpty()
                ? notes.append("\nNo changes.\n").toString()
                : notes.toString();
    }

    /** What people wrote is text, and neither a link nor markup nor a mention. */
    private static String plain(String text) {
        return VisibleText.line(text)
                .replaceAll("([\\\\`*_{}\\[\\]<>()#!|~])", "\\\\$1")
                .replace("@", "@\u200b");
    }
}
