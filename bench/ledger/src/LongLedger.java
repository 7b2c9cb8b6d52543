import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A ledger as years of releases would leave it: 2,500 apps, 100 versions each, every one decided by the desk. */
final class LongLedger {
    static final int APPS = 2_500;
    private static final int VERSIONS = 100;
    private final BufferedWriter out;
    private final EntryFormat format = new EntryFormat("entry %d"::formatted);
    private Head head = Head.START;
    private Instant now = Instant.parse("2020-01-01T00:00:00Z");

    private LongLedger(BufferedWriter out) {
        this.out = out;
    }

    /** Without syncing each entry: only the result counts here. */
    static void write(Path file, int entries) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            var ledger = new LongLedger(out);
            for (int app = 0; ledger.head.sequence() < entries; app++) {
                ledger.app(track(app), entries);
            }
        }
    }

    static Track track(int app) {
        return new Track("app-" + app, "ios", "stable");
    }

    private void app(Track track, int entries) throws IOException {
        var policy = """
                versions: {apps: {%s: {ios: {channels: [stable]}}}}
                approvals:
                  roles: {release-manager: [anna], security-officer: [carl]}
                  require: {release-manager: 1, security-officer: 1}
                """.formatted(track.app());
        var desk = new ReleaseDesk(ReleaseRules.read(GatehouseFile.parse("p.yml", Path.of("/"), policy), null));
        var state = new ReleaseState();
        for (int i = 1; i <= VERSIONS && head.sequence() < entries; i++) {
            var version = ClientVersion.parse("4.%d.0".formatted(i));
            var hash = "%064x".formatted(head.sequence());
            var candidate = new Candidate(
                    track,
                    version,
                    List.of(new Artifact(track.app() + ".ipa", hash)),
                    hash.substring(24),
                    List.of("paul@example.org", "Paul"),
                    new ScanResult("passed", hash.substring(24), hash));
            record(desk, state, new Command.Propose(candidate), "paul");
            record(desk, state, new Command.Approve(track, version, "release-manager"), "anna");
            record(desk, state, new Command.Approve(track, version, "security-officer"), "carl");
            record(desk, state, new Command.Publish(track, version, List.of(), null, "", ""), "anna");
        }
    }

    private void record(ReleaseDesk desk, ReleaseState state, Command command, String actor) throws IOException {
        now = now.plusSeconds(60);
        var stored = EntryFormat.encode(head, desk.decide(state, command, actor, now), now);
        out.write(stored.hash());
        out.write(' ');
        out.write(stored.body());
        out.write('\n');
        var entry = format.decode(head, stored.hash(), stored.body().getBytes(StandardCharsets.UTF_8));
        state.accept(entry);
        head = entry.head();
    }
}
