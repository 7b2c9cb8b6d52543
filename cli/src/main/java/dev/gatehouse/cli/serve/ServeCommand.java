package dev.gatehouse.cli.serve;

import dev.gatehouse.cli.edge.CacheOptions;
import dev.gatehouse.cli.edge.EnforceOptions;
import dev.gatehouse.cli.edge.ListenOptions;
import dev.gatehouse.cli.policy.PolicyOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".gatehouse",
            description = "Ledger, keys and accounts (default: ${DEFAULT-VALUE}); made when it is not there.")
    private Path data = Path.of(".gatehouse");

    @Option(
            names = "--database",
            paramLabel = "jdbc:postgresql:…",
            description = "Keep ledger and accounts in PostgreSQL, for several servers side by side; the password is in"
                    + " GATEHOUSE_LEDGER_PASSWORD. Keys and secret.key stay in --data, the same on every server.")
    private @Nullable String database;

    @Option(
            names = "--alert-webhook-file",
            paramLabel = "FILE",
            description = "A file with the address that alarms are sent to as JSON.")
    private @Nullable Path hook;

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
        var server = new RunningServer(this);
        var stopped = new CountDownLatch(1);
        // SIGTERM ends the process when this is done
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            stopped.countDown();
        }));
        server.sentences().forEach(out()::println);
        out().flush();
        stopped.await();
        return 0;
    }

    Path data() {
        return data;
    }

    @Nullable
    String database() {
        return database;
    }

    @Nullable
    Path hook() {
        return hook;
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
