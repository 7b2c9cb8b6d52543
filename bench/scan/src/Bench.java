import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Runs each case side by side in one go and prints a Markdown table. */
public final class Bench {
    private static final String SPOTBUGS = "spotbugs-maven-plugin with FindSecBugs";
    private static final String DEPENDENCY_CHECK = "dependency-check-maven";
    /** Exit code of a scan that was complete and did not pass, as is expected of this project. */
    private static final int GATE_FAILED = 1;

    private static final Set<String> FLAGS = Set.of("--help", "--without-plugins");

    private final Path root;
    private final Path installed;
    private final Path work;
    private final Path log;
    private final Map<String, ProcessTree.Usage> results = new LinkedHashMap<>();

    private Bench(Path root) throws IOException {
        this.root = root;
        this.installed = root.resolve("cli/target/gatehouse/bin/gatehouse");
        this.work = Files.createDirectories(root.resolve("bench/scan/target/work"));
        this.log = work.resolve("log.txt");
    }

    public static void main(String[] args) throws Exception {
        var options = options(args);
        if (options.containsKey("--help")) {
            System.out.println("""
                    bench/scan/run [--project DIR | --classes N --libraries N] [--without-plugins]
                      --project DIR   a compiled Maven project; it is copied, not changed
                      --classes N     size of the generated project, ten modules together; default 2000
                      --libraries N   of the generated project's direct dependencies, at most %d; default all: about 200 jars
                      --without-plugins  only Gatehouse's own rows, to look at a change"""
                    .formatted(SampleProject.allLibraries()));
            return;
        }
        new Bench(Path.of(options.get("--root"))).run(options);
    }

    private static Map<String, String> options(String[] args) {
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < args.length; i++) {
            options.put(args[i], FLAGS.contains(args[i]) ? "" : args[++i]);
        }
        return options;
    }

    private void run(Map<String, String> options) throws Exception {
        var given = options.get("--project");
        delete(work);
        Files.createDirectories(work);
        var project = work.resolve("project");
        var sample = new SampleProject(
                project,
                Integer.parseInt(options.getOrDefault("--classes", "2000")),
                Integer.parseInt(options.getOrDefault(
                        "--libraries", Integer.toString(SampleProject.allLibraries()))));
        if (given == null) {
            sample.write();
        } else {
            copy(Path.of(given), project);
        }
        say("building the project and the vulnerability database");
        // builds what is not built yet
        must(ProcessTree.run(root, log, List.of(root.resolve("gatehouse").toString(), "--version")));
        gatehouse("vulndb", "verify");
        MavenPlugins.addTo(project.resolve("pom.xml"), database());
        compile(project);
        warmUp(project);

        scan("gatehouse scan, cold", project);
        scan("gatehouse scan, nothing changed", project);
        if (given == null) {
            sample.changeJarOfOneModule();
            compile(project);
            scan("gatehouse scan, one jar changed that one module of ten uses", project);
            sample.writeClass(SampleProject.CHANGED, 3, "changed");
            compile(project);
            scan("gatehouse scan, one class of one module of ten changed", project);
            sample.changeJarOfAllModules();
            compile(project);
            scan("gatehouse scan, one jar changed that all modules use", project);
        }
        if (!options.containsKey("--without-plugins")) {
            plugin(SPOTBUGS, project, MavenPlugins.spotbugsCommand());
            plugin(DEPENDENCY_CHECK, project, MavenPlugins.dependencyCheckCommand());
        }
        print();
    }

    /** Compiles, and fetches the libraries that only run time needs: both sides look at them, and both offline. */
    private void compile(Path project) throws Exception {
        must(ProcessTree.run(
                project,
                log,
                List.of(
                        "mvn",
                        "-B",
                        "-ntp",
                        "-DskipTests",
                        "compile",
                        "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:resolve")));
    }

    /** Brings the Maven plugins' own jars into the local repository, so that no download is timed. */
    private void warmUp(Path project) throws Exception {
        say("resolving the plugins");
        ProcessTree.run(
                project,
                log,
                List.of("mvn", "-B", "-ntp", "dependency:resolve-plugins", "-DexcludeReactor=true"));
        ProcessTree.run(project, log, List.of("mvn", "-B", "-ntp", "-N", "spotbugs:help", "dependency-check:help"));
    }

    private void scan(String name, Path project) throws Exception {
        var usage = measure(name, project, scanCommand(project));
        if (usage.exitCode() > GATE_FAILED) {
            throw new IOException("the scan was not complete, see " + log);
        }
    }

    private void plugin(String name, Path project, List<String> command) throws Exception {
        must(measure(name, project, command));
    }

    private List<String> scanCommand(Path project) {
        var command = new ArrayList<>(folders());
        command.addAll(List.of(
                installed.toString(),
                "scan",
                project.toString(),
                "--offline",
                "--quiet",
                "--out",
                work.resolve("report").toString()));
        return command;
    }

    /** Cache and database of the benchmark's own. */
    private List<String> folders() {
        return List.of(
                "env", "GATEHOUSE_CACHE=" + work.resolve("cache"), "GATEHOUSE_DATA=" + work.resolve("data"));
    }

    private ProcessTree.Usage measure(String name, Path project, List<String> command) throws Exception {
        say(name);
        var usage = ProcessTree.run(project, log, command);
        System.err.printf("  %.2f s, %d MB, exit code %d%n", usage.seconds(), usage.peakMegabytes(), usage.exitCode());
        results.put(name, usage);
        return usage;
    }

    /** The plugin's data directory with a copy of the database that Gatehouse asks. */
    private Path database() throws IOException {
        var data = Files.createDirectories(work.resolve("dependency-check-data"));
        try (Stream<Path> files = Files.walk(work.resolve("data"))) {
            var database = files.filter(file -> file.endsWith("odc.mv.db"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no vulnerability database was made, see " + log));
            Files.copy(database, data.resolve("odc.mv.db"));
        }
        return data;
    }

    private void gatehouse(String... arguments) throws Exception {
        var command = new ArrayList<>(folders());
        command.add(installed.toString());
        command.addAll(List.of(arguments));
        must(ProcessTree.run(root, log, command));
    }

    private void must(ProcessTree.Usage usage) throws IOException {
        if (usage.exitCode() != 0) {
            throw new IOException("a step failed, see " + log);
        }
    }

    private void print() {
        double other = seconds(SPOTBUGS) + seconds(DEPENDENCY_CHECK);
        System.out.println("| run | seconds | of the plugins' sum | peak memory |");
        System.out.println("|---|---:|---:|---:|");
        results.forEach((name, usage) -> System.out.printf(
                "| %s | %.2f | %s | %d MB |%n",
                name,
                usage.seconds(),
                other == 0 ? "" : "%.3f".formatted(usage.seconds() / other),
                usage.peakMegabytes()));
        if (other > 0) {
            System.out.printf("| both plugins | %.2f | 1 | |%n", other);
        }
    }

    private double seconds(String name) {
        var usage = results.get(name);
        return usage == null ? 0 : usage.seconds();
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }
}
