package dev.gatehouse.cli;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.acceptance.Acceptances;
import dev.gatehouse.findings.acceptance.Use;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.findings.policyfile.BuiltInPolicy;
import dev.gatehouse.findings.policyfile.Explanation;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.scanners.dast.settings.DastReader;
import dev.gatehouse.scanners.sast.OwnMethodsReader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse policy}: what a build has to keep to. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks, explains and starts policy files.",
        subcommands = {
            PolicyCommand.Check.class,
            PolicyCommand.Explain.class,
            PolicyCommand.Init.class,
            PolicyCommand.Schema.class
        })
final class PolicyCommand {

    /** The file that {@code check} and {@code explain} look at. */
    private abstract static class OnFile {
        @Spec
        @SuppressWarnings("NullAway.Init")
        CommandSpec spec;

        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "FILE",
                description = "The policy file, or a directory with a .gatehouse.yml (default: this directory).")
        @Nullable
        Path file;

        @Option(names = "--floor", paramLabel = "FILE", description = "The organisation's floor.")
        @Nullable
        Path floor;

        final Clock clock = Clock.systemUTC();

        Policy policy() {
            var reader = new PolicyReader(clock);
            var at = file == null ? Path.of("") : file;
            return Files.isDirectory(at.toAbsolutePath()) ? reader.ofProject(at, floor) : reader.read(at, floor);
        }

        /** The file that the policy comes from, if there is one. */
        Optional<Path> source() {
            var at = file == null ? Path.of("") : file;
            return Optional.of(Files.isDirectory(at.toAbsolutePath()) ? at.resolve(GatehouseFile.NAME) : at)
                    .filter(Files::exists);
        }

        /**
         * What the file says of the project's own methods.
         *
         * @throws BadInput for a mistake, with its place
         */
        OwnMethods ownMethods() {
            return source().map(its -> OwnMethodsReader.read(GatehouseFile.open(its)))
                    .orElse(OwnMethods.NONE);
        }

        void print(String line) {
            spec.commandLine().getOut().println(line);
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Tells every mistake in a policy file. Exit code: 0 fine, 2 mistakes.")
    static final class Check extends OnFile implements Runnable {
        @Override
        public void run() {
            var policy = policy();
            source().ifPresent(its -> new DastReader(System.getenv()).check(GatehouseFile.open(its)));
            ownMethods();
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            var broken = new Acceptances(policy.grants(), today)
                    .apply(List.of()).uses().stream()
                            .filter(use -> use.kind() != Use.Kind.VEX_STATEMENT)
                            .filter(use -> use.result() == Use.Result.EXPIRED || use.result() == Use.Result.REFUSED)
                            .map(use -> "%s: %s".formatted(use.source(), use.sentence()))
                            .toList();
            if (!broken.isEmpty()) {
                throw new BadInput(String.join("\n", broken));
            }
            var acceptances = policy.grants().stream()
                    .mapToInt(grant -> grant.acceptances().size())
                    .sum();
            print("%s%s: fine, %d rules, %d risk acceptances"
                    .formatted(
                            policy.info().source().equals("default")
                                    ? "no " + GatehouseFile.NAME + ", so the built-in policy"
                                    : policy.info().source(),
                            policy.info().floor() == null
                                    ? ""
                                    : " with the floor " + policy.info().floor(),
                            policy.rules().size(),
                            acceptances));
        }
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "Says in sentences what holds, where it comes from, and what the floor overrides.")
    static final class Explain extends OnFile implements Runnable {
        @Override
        public void run() {
            var own = ownMethods();
            print(new Explanation(policy())
                    .lines().stream()
                            .map(line -> "%s (%s)%n  %s%s"
                                    .formatted(
                                            line.rule(),
                                            line.source(),
                                            line.sentence(),
                                            line.overridden().isEmpty()
                                                    ? ""
                                                    : "%n  Overridden: %s.".formatted(line.overridden())))
                            .collect(Collectors.joining(System.lineSeparator())));
            own.sanitizers()
                    .forEach(method -> print(
                            "triage.sanitizers (%s)%n  What %s.%s gives back is taken to be harmless for %s, whatever it is given."
                                    .formatted(name(), method.type(), method.name(), uses(method))));
            own.validators()
                    .forEach(method -> print(
                            "triage.validators (%s)%n  What %s.%s was given is taken to be harmless for %s once it has returned, or answered true."
                                    .formatted(name(), method.type(), method.name(), uses(method))));
        }

        private String name() {
            return source().map(Path::toString).orElse("");
        }

        private static String uses(OwnMethods.Method method) {
            return method.uses().contains("any") ? "any use" : String.join(", ", method.uses());
        }
    }

    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            description = "Writes a .gatehouse.yml to start from, with comments.")
    static final class Init implements Runnable {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "DIR",
                description = "Where to (default: this directory).")
        private Path directory = Path.of("");

        @Override
        public void run() {
            var file = directory.resolve(GatehouseFile.NAME);
            try {
                Files.writeString(file, BuiltInPolicy.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                throw new BadInput("%s is there already and was not touched".formatted(file), e);
            } catch (IOException e) {
                throw new BadInput("%s cannot be written (%s)".formatted(file, e.getMessage()), e);
            }
            spec.commandLine().getOut().println("wrote " + file);
        }
    }

    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Prints the JSON Schema of policy files, for editors.")
    static final class Schema implements Runnable {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().getOut().print(BuiltInPolicy.schema());
            spec.commandLine().getOut().flush();
        }
    }
}
