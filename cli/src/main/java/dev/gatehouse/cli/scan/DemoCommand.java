package dev.gatehouse.cli.scan;

import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.dast.settings.DastRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatehouse demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Scans the deliberately vulnerable shop of a checkout and shows what a scan finds. The exit code is"
                        + " 0 when the scan worked: finding things is what the demo is for.")
public final class DemoCommand implements Callable<Integer> {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var environment = System.getenv();
        var shop = shop(environment.get("GATEHOUSE_CHECKOUT"));
        var command = Objects.requireNonNull(spec).commandLine();
        var report = new Session(Installation.of(environment), environment, command.getOut(), System.err)
                .scan(options(shop), false, ScanCommand.Format.text);
        command.getOut().println("This was the demo: the shop is vulnerable on purpose. Scan your own project with");
        command.getOut().println("  gatehouse scan DIR");
        return report.scanners().stream().anyMatch(DemoCommand::broke) ? ExitCode.INCOMPLETE : ExitCode.PASSED;
    }

    private static boolean broke(ScannerRun run) {
        return run.status() == ScannerStatus.FAILED || run.status() == ScannerStatus.TIMED_OUT;
    }

    private static Path shop(@Nullable String checkout) {
        var shop = Path.of(checkout == null ? "." : checkout).resolve("samples/vulnerable-shop");
        if (!Files.isDirectory(shop)) {
            throw new BadInput("the demo needs a checkout of Gatehouse: run ./gatehouse demo in its folder");
        }
        return shop;
    }

    private static ScanOptions options(Path shop) {
        return new ScanOptions(
                shop,
                EnumSet.allOf(ScannerKind.class),
                shop.resolve("gatehouse-dast.yml"),
                null,
                null,
                null,
                shop.resolve("gatehouse-report"),
                List.of(),
                List.of(),
                List.of(),
                0,
                true,
                true,
                null,
                DastRequest.NOTHING,
                LONG_ENOUGH);
    }
}
