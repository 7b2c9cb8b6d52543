package dev.gatehouse.cli.link;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.file.AtomicFile;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.sync.ProposedAcceptances;
import dev.gatehouse.trackers.outbox.Outbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What people meant by closing issues, as risk acceptances for somebody to take over. */
final class Proposals {
    private Proposals() {}

    static void show(Outbox queue, JiraSettings settings, @Nullable Path target, Consumer<String> out) {
        var proposed = ProposedAcceptances.of(queue, settings.target());
        if (target != null) {
            try {
                AtomicFile.write(
                        target,
                        file -> file.write(ProposedAcceptances.yaml(proposed).getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new BadInput("%s cannot be written: %s".formatted(target, e.getMessage()), e);
            }
        }
        if (!proposed.isEmpty()) {
            out.accept("%d risk acceptances are proposed%s"
                    .formatted(proposed.size(), target == null ? "; --proposals FILE writes them" : " in " + target));
        }
    }
}
