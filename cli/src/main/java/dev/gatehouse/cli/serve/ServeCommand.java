package dev.gatehouse.cli.serve;

import dev.gatehouse.cli.edge.AlertOptions;
import dev.gatehouse.cli.edge.CacheOptions;
import dev.gatehouse.cli.edge.EnforceOptions;
import dev.gatehouse.cli.edge.ListenOptions;
import dev.gatehouse.cli.policy.PolicyOptions;
import dev.gatehouse.findings.BadInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse serve}. Nothing in its signatures is the server's, so that the help does not load it. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the web page, the API and the edge in one process, with the ledger in a folder.")
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--keep-reports",
            paramLabel = "DAYS",
            defaultValue = "366",
            description = "Forget scan reports that are older, unless a candidate in hand needs them (default:"
                    + " ${DEFAULT-VALUE}).")
    private int keepReports = 366;

    @Option(
            names = "--oidc-file",
            paramLabel = "FILE",
            description = "A file with lines issuer=, clientId=, clientSecret=, address= (of this server), label= and"
                    + " secondStep=: people may sign in by that OpenID Connect provider too.")
    private @Nullable Path oidc;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            split = ",",
            description = "Reverse proxies in front of it, whose X-Forwarded-For and X-Forwarded-Proto are believed.")
    private List<String> proxies = new ArrayList<>();

    @Option(
            names = "--edge-metrics",
            paramLabel = "URL",
            split = ",",
            description = "Metrics of separate edges, for the counts of clients: http://edge:8081/metrics.")
    private List<String> edges = new ArrayList<>();

    @Mixin
    private ServedOutboxOption outbox = new ServedOutboxOption();

    @Mixin
    private AlertOptions alerts = new AlertOptions();

    @Option(
            names = "--demo",
            description = "Show a half year of a made-up shop, in a folder of its own; loopback only.")
    private boolean demo;

    @Option(names = "--index", description = "List all documents at /v1/apps, for other edges to copy.")
    private boolean index;

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Mixin
    private EnforceOptions enforce = new EnforceOptions();

    @Mixin
    private CacheOptions cache = new CacheOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (keepReports < 1) {
            throw new BadInput("--keep-reports is %d; give 1 day or more".formatted(keepReports));
        }
        return new RunningServer(this).untilTold(out());
    }

    Path data() {
        return data.folder;
    }

    @Nullable
    String database() {
        return data.database;
    }

    ServedOutboxOption outbox() {
        return outbox;
    }

    AlertOptions alerts() {
        return alerts;
    }

    @Nullable
    Path oidc() {
        return oidc;
    }

    List<String> edges() {
        return edges;
    }

    List<String> proxies() {
        return proxies;
    }

    int keepReports() {
        return keepReports;
    }

    boolean demo() {
        return demo;
    }

    boolean index() {
        return index;
    }

    PolicyOptions policy() {
        return policy;
    }

    ListenOptions listen() {
        return listen;
    }

    EnforceOptions enforce() {
        return enforce;
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
