package dev.gatehouse.cli.fleet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.cli.policy.Actor;
import dev.gatehouse.cli.policy.LedgerOption;
import dev.gatehouse.cli.policy.PolicyOptions;
import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.fleet.FleetState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse fleet check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Asks every region under fleet.regions which version its server runs, and says whether it is one and the same.",
            "Ends with 0 for one version, 1 for several, 3 when a region could not be asked."
        })
final class FleetCheckCommand implements Callable<Integer> {
    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "For each answer, 1 to 300 (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--record", description = "Record what was found in the ledger, for the security statement.")
    private boolean record;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "text or json.")
    private String format = "text";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (timeout < 1 || timeout > 300) {
            throw new BadInput("--timeout is %d; give 1 to 300 seconds".formatted(timeout));
        }
        if (!format.equals("text") && !format.equals("json")) {
            throw new BadInput("--format is '%s'; it is text or json".formatted(format));
        }
        var file = policy.file(Path.of(""));
        var regions = FleetSection.read(file)
                .orElseThrow(() -> new BadInput(
                        "%s: there is no section fleet; name the regions under fleet.regions".formatted(file.name())));
        var answers = new Asking(Duration.ofSeconds(timeout)).ask(regions);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        int exit = exit(answers);
        if (format.equals("json")) {
            out.println(json(answers, exit));
        } else {
            tell(out, answers);
        }
        if (record) {
            var actor = Actor.name();
            var versions = answers.stream()
                    .collect(Collectors.toMap(
                            answer -> answer.region().name(),
                            answer -> Objects.requireNonNullElse(answer.version(), "")));
            ledger.reading(
                    FleetState::new,
                    FleetState::accept,
                    entries -> entries.decide((state, now) -> FleetState.draft(actor, versions)));
        }
        return exit;
    }

    private static int exit(List<Answer> answers) {
        if (answers.stream().anyMatch(answer -> answer.version() == null)) {
            return ExitCode.INCOMPLETE;
        }
        return versions(answers).size() == 1 ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private static Set<String> versions(List<Answer> answers) {
        var versions = new TreeSet<String>();
        answers.stream().map(Answer::version).filter(Objects::nonNull).forEach(versions::add);
        return versions;
    }

    private static void tell(PrintWriter out, List<Answer> answers) {
        int width = answers.stream()
                .mapToInt(answer -> answer.region().name().length())
                .max()
                .orElse(0);
        answers.forEach(answer -> {
            var name = answer.region().name();
            var said = answer.version() == null ? "? " + answer.problem() : answer.version();
            out.println(name + " ".repeat(width + 2 - name.length()) + said);
        });
        var versions = versions(answers);
        if (answers.stream().anyMatch(answer -> answer.version() == null)) {
            out.println("not every region could be asked");
        } else if (versions.size() == 1) {
            out.println("one version runs everywhere: " + versions.iterator().next());
        } else {
            out.println("%d versions run: %s".formatted(versions.size(), String.join(", ", versions)));
        }
    }

    private static ObjectNode json(List<Answer> answers, int exit) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("single", exit == ExitCode.PASSED).put("complete", exit != ExitCode.INCOMPLETE);
        var regions = json.putArray("regions");
        answers.forEach(answer -> {
            var region = regions.addObject().put("name", answer.region().name());
            if (answer.version() == null) {
                region.put("problem", answer.problem());
            } else {
                region.put("version", answer.version());
            }
        });
        return json;
    }
}
