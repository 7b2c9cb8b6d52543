import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs each case side by side in one go and prints a Markdown table. */
public final class Bench {
    private final Path root;
    private final Path work;
    private final Path log;
    private final Map<String, ProcessTree.Usage> results = new LinkedHashMap<>();

    private Bench(Path root) throws IOException {
        this.root = root;
        this.work = Files.createDirectories(root.resolve("bench/scan/target/work"));
        this.log = work.resolve("log.txt");
    }

    public static void main(String[] args) throws Exception {
        var options = options(args);
        if (options.containsKey("--help")) {
            System.out.println("bench/scan/run [--project DIR]   DIR: a compiled Maven project; it is copied, not changed");
            return;
        }
        new Bench(Path.of(options.get("--root"))).run(options.get("--project"));
    }

    private static Map<String, String> options(String[] args) {
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < args.length; i++) {
            options.put(args[i], args[i].equals("--help") ? "" : args[++i]);
        }
        return options;
    }

    private void run(String given) throws Exception {
        delete(work);
        Files.createDirectories(work);
        var project = work.resolve("project");
        var sample = new SampleProject(project);
        if (given == null) {
            sample.write();
        } else {
            copy(Path.of(given), project);
        }
        say("building the project and the vulnerability database");
        gatehouse("vulndb", "verify");
        MavenPlugins.addTo(project.resolve("pom.xml"), database());
        must(ProcessTree.run(project, log, List.of("mvn", "-B", "-ntp", "-DskipTests", "compile")));
        warmUp(project);

        measure("gatehouse scan, cold", project, scan(project));
        measure("gatehouse scan, nothing changed", project, scan(project));
        if (given == null) {
            changeOneJar(project);
            measure("gatehouse scan, one jar changed", project, scan(project));
            sample.writeClass(SampleProject.MODULES - 1, 3, "changed");
            must(ProcessTree.run(project, log, List.of("mvn", "-B", "-ntp", "-o", "-DskipTests", "compile")));
            measure("gatehouse scan, one module of ten changed", project, scan(project));
        }
        measure("spotbugs-maven-plugin with FindSecBugs", project, MavenPlugins.spotbugsCommand());
        measure("dependency-check-maven", project, MavenPlugins.dependencyCheckCommand());
        print();
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

    private List<String> scan(Path project) {
        var command = new ArrayList<>(folders());
        command.addAll(List.of(
                root.resolve("gatehouse").toString(),
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

    /** Another version of one library. SAST has to look again too: the class path of every module changed. */
    private void changeOneJar(Path project) throws Exception {
        var pom = project.resolve("m0/pom.xml");
        Files.writeString(pom, Files.readString(pom).replace("<version>30.0-jre</version>", "<version>29.0-jre</version>"));
        must(ProcessTree.run(project, log, List.of("mvn", "-B", "-ntp", "-DskipTests", "compile")));
    }

    private void measure(String name, Path project, List<String> command) throws Exception {
        say(name);
        var usage = ProcessTree.run(project, log, command);
        System.err.printf("  %.2f s, %d MB, exit code %d%n", usage.seconds(), usage.peakMegabytes(), usage.exitCode());
        results.put(name, usage);
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
        command.add(root.resolve("gatehouse").toString());
        command.addAll(List.of(arguments));
        must(ProcessTree.run(root, log, command));
    }

    private void must(ProcessTree.Usage usage) throws IOException {
        if (usage.exitCode() != 0) {
            throw new IOException("a preparing step failed, see " + log);
        }
    }

    private void print() {
        double other = seconds("spotbugs-maven-plugin with FindSecBugs") + seconds("dependency-check-maven");
        System.out.println("| run | seconds | of the plugins' sum | peak memory |");
        System.out.println("|---|---:|---:|---:|");
        results.forEach((name, usage) -> System.out.printf(
                "| %s | %.2f | %.3f | %d MB |%n", name, usage.seconds(), usage.seconds() / other, usage.peakMegabytes()));
        System.out.printf("| both plugins | %.2f | 1 | |%n", other);
    }

    private double seconds(String name) {
        return results.get(name).seconds();
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
