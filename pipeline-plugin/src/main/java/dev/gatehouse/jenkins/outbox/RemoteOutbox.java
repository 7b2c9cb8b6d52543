package dev.gatehouse.jenkins.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.jenkins.machine.Said;
import dev.gatehouse.jenkins.machine.Shell;
import dev.gatehouse.policy.outbox.OutboxListing;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The outbox of a machine, by the command there. */
final class RemoteOutbox {
    private static final int DONE = 0;
    private static final int NOT_THERE = 1;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Shell shell;
    private final Map<String, String> environment;
    private final Map<String, String> secrets;

    RemoteOutbox(Shell shell, Map<String, String> environment, Map<String, String> secrets) {
        this.shell = shell;
        this.environment = Map.copyOf(environment);
        this.secrets = Map.copyOf(secrets);
    }

    /** @throws IOException with a sentence for people, when it cannot be asked */
    OutboxListing list() throws IOException, InterruptedException {
        var said = run(List.of("outbox", "list", "--format=json"));
        if (said.code() != DONE) {
            throw refused(said);
        }
        try {
            return OutboxListing.read(MAPPER.readTree(said.json()));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new IOException("the command's list of the outbox cannot be read", e);
        }
    }

    /** Lets the next build try it; false when it is not there any more. */
    boolean retry(long id) throws IOException, InterruptedException {
        return isDone(run(List.of("outbox", "retry", String.valueOf(id))));
    }

    /** Removes it for good; false when it is not there any more, or a build works on it. */
    boolean drop(long id, String reason) throws IOException, InterruptedException {
        return isDone(run(List.of("outbox", "drop", "--reason=" + reason, String.valueOf(id))));
    }

    private Said run(List<String> words) throws IOException, InterruptedException {
        return shell.run(new ArrayList<>(words), environment, secrets);
    }

    private static boolean isDone(Said said) throws IOException {
        if (said.code() != DONE && said.code() != NOT_THERE) {
            throw refused(said);
        }
        return said.code() == DONE;
    }

    private static IOException refused(Said said) {
        return new IOException(said.text().strip());
    }
}
