package dev.gatehouse.cli.edge;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.keys.PublicKeys;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse edge}. Nothing in its signatures is the server's, so that the help does not load it. */
@Command(
        name = "edge",
        mixinStandardHelpOptions = true,
        description = "Tells apps and gateways which client versions may run, from signed documents in memory.")
public final class EdgeCommand implements Callable<Integer> {
    @Option(
            names = "--documents",
            paramLabel = "DIR",
            description = "Serve the documents that 'versions export --to DIR' writes, and follow the folder.")
    private @Nullable Path documents;

    @Option(names = "--from", paramLabel = "URL", description = "Serve the documents of another edge.")
    private @Nullable String from;

    @Option(
            names = "--track",
            paramLabel = "APP/PLATFORM/CHANNEL",
            split = ",",
            description = "With --from: what to copy (default: all that the other edge lists with --index).")
    private List<String> tracks = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How often the other edge, or the whole folder, is looked at (default: ${DEFAULT-VALUE}).")
    private int every = 30;

    @Option(
            names = "--key",
            paramLabel = "PUB",
            split = ",",
            required = true,
            description = "PEM file of public keys whose signatures are believed.")
    private List<Path> keys = new ArrayList<>();

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Mixin
    private EnforceOptions enforce = new EnforceOptions();

    @Mixin
    private CacheOptions cache = new CacheOptions();

    @Mixin
    private AlertOptions alerts = new AlertOptions();

    @Option(names = "--index", description = "List all documents at /v1/apps, for other edges to copy.")
    private boolean index;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if ((documents == null) == (from == null)) {
            throw new BadInput("say where documents come from: --documents DIR or --from URL, one of them");
        }
        if (every < 1) {
            throw new BadInput("--every is %d; give 1 second or more".formatted(every));
        }
        var trusted = new ArrayList<PublicKey>();
        keys.forEach(file -> trusted.addAll(PublicKeys.read(file)));
        return new RunningEdge(this, trusted).untilTold(out());
    }

    @Nullable
    Path documents() {
        return documents;
    }

    @Nullable
    String from() {
        return from;
    }

    List<String> tracks() {
        return tracks;
    }

    int every() {
        return every;
    }

    boolean index() {
        return index;
    }

    ListenOptions listen() {
        return listen;
    }

    EnforceOptions enforce() {
        return enforce;
    }

    AlertOptions alerts() {
        return alerts;
    }

    CacheOptions cache() {
        return cache;
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        return spec.commandLine().getOut();
    }
}
