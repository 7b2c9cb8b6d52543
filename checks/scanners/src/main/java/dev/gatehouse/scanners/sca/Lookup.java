package dev.gatehouse.scanners.sca;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.engine.protocol.sca.ScanAnswer;
import dev.gatehouse.engine.protocol.sca.ScanAnswer.Result;
import dev.gatehouse.engine.protocol.sca.ScanAnswer.Trouble;
import dev.gatehouse.engine.protocol.sca.ScanRequest;
import dev.gatehouse.engine.protocol.sca.ScanRequest.Item;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.engine.EngineException;
import dev.gatehouse.scanners.engine.EngineException.Kind;
import dev.gatehouse.scanners.vulndb.ChosenDatabase;
import dev.gatehouse.scanners.vulndb.DamagedDatabase;
import dev.gatehouse.scanners.vulndb.DependencyCheck;
import dev.gatehouse.scanners.vulndb.Lease;
import dev.gatehouse.scanners.vulndb.VulnerabilityDatabases;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the engine look libraries up. When it dies over some, the lot is halved until the one that kills it is found and
 * told; when the database turns out to be damaged, it is made anew once.
 */
final class Lookup {
    private static final String TASK = "sca";

    private final DependencyCheck engine;
    private final VulnerabilityDatabases databases;
    private final ChosenDatabase chosen;
    private final Progress progress;
    private final long deadline;
    private boolean repaired;

    Lookup(
            DependencyCheck engine,
            VulnerabilityDatabases databases,
            ChosenDatabase chosen,
            Duration limit,
            Progress progress) {
        this.engine = engine;
        this.databases = databases;
        this.chosen = chosen;
        this.progress = progress;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** Whether the database had to be made anew on the way. */
    boolean repaired() {
        return repaired;
    }

    /** Results of all items; in case of an exception none. */
    List<Result> of(List<Item> items) throws IOException, EngineException, DamagedDatabase {
        try (var lease = databases.lease(chosen, progress)) {
            try {
                return ask(lease, items);
            } catch (EngineException e) {
                if (e.kind() != Kind.FAILED || !e.detail().contains("org.h2.")) {
                    throw e;
                }
                progress.at(TASK, "the vulnerability database is damaged and is made anew", 0, 0);
                repaired = true;
                try (var fresh = databases.repair(chosen, lease, progress)) {
                    return ask(fresh, items);
                }
            }
        }
    }

    private List<Result> ask(Lease lease, List<Item> items) throws IOException, EngineException {
        try {
            return askOnce(lease, items);
        } catch (EngineException e) {
            if (e.kind() != Kind.DIED && e.kind() != Kind.OUT_OF_MEMORY) {
                throw e;
            }
            if (items.size() == 1) {
                var trouble = new Trouble("engine-died", "could not be looked at: " + e.getMessage());
                return List.of(new Result(items.get(0).key(), List.of(), List.of(trouble)));
            }
            var half = items.size() / 2;
            var results = new ArrayList<>(ask(lease, items.subList(0, half)));
            results.addAll(ask(lease, items.subList(half, items.size())));
            return results;
        }
    }

    private List<Result> askOnce(Lease lease, List<Item> items) throws IOException, EngineException {
        var left = Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1));
        try (var process = engine.startScan()) {
            var request = new ScanRequest(lease.address(), items);
            var answer = process.ask("scan", ReportJson.mapper().valueToTree(request), left, TASK, progress);
            return ReportJson.mapper().treeToValue(answer, ScanAnswer.class).results();
        } catch (JsonProcessingException e) {
            throw new EngineException(
                    Kind.FAILED, "the sca engine said something unreadable", String.valueOf(e.getMessage()));
        }
    }
}
