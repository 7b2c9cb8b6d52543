package dev.gatehouse.policy.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Starts processes that append to one ledger, several at once, and ends each by SIGKILL at a random moment. */
public final class KilledWriters {
    private static final int AT_ONCE = 3;
    private static final int LONGEST_LIFE_MILLIS = 30;
    private static final int MORE_THAN_IT_CAN = 1_000_000;

    private final Path folder;
    private final Class<?> program;
    private final List<String> arguments;
    private final String classPath;

    /**
     * @param folder for a class data archive, which makes the processes start fast enough to kill some hundreds
     * @param program prints a line for every entry that was acknowledged; its last argument is the number of entries
     */
    public KilledWriters(Path folder, Class<?> program, String... arguments) throws IOException {
        this.folder = folder;
        this.program = program;
        this.arguments = List.of(arguments);
        this.classPath = jars();
    }

    /** The lines of {@code count} processes: everything that any of them was told is recorded. */
    public List<String> run(int count) throws IOException, InterruptedException, ExecutionException {
        var lines = new ArrayList<>(lastingOne());
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var tasks = IntStream.range(0, count)
                    .<Callable<List<String>>>mapToObj(seed -> () -> killedOne(new Random(seed)))
                    .toList();
            for (var done : pool.invokeAll(tasks)) {
                lines.addAll(done.get());
            }
            return lines;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Lives until it is done, and leaves the archive of its classes. */
    private List<String> lastingOne() throws IOException, InterruptedException {
        var process = start("-XX:ArchiveClassesAtExit=" + archive(), 3);
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            var lines = out.lines()
                    .filter(line -> line.matches("[0-9]+ [0-9a-f]{64}"))
                    .toList();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the writer failed: " + lines);
            }
            return lines;
        }
    }

    private List<String> killedOne(Random random) throws IOException, InterruptedException {
        var process = start("-XX:SharedArchiveFile=" + archive(), MORE_THAN_IT_CAN);
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            var lines = new ArrayList<String>();
            var first = out.readLine();
            if (first == null) {
                throw new IllegalStateException("the writer ended by itself, with " + process.waitFor());
            }
            lines.add(first);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            // SIGKILL; the handle's, because the process's own would also drop what it has said
            process.toHandle().destroyForcibly();
            out.lines().forEach(lines::add);
            return lines;
        } finally {
            process.toHandle().destroyForcibly();
        }
    }

    private Process start(String archiving, int entries) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                List.of(java, archiving, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"),
                List.of("-Xlog:disable", "-cp", classPath, program.getName()),
                arguments,
                List.of(Integer.toString(entries)));
        return new ProcessBuilder(command.flatMap(List::stream).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    /** A class data archive takes classes from jars only. */
    private String jars() throws IOException {
        var jars = new ArrayList<String>();
        for (var part : System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1)) {
            jars.add(
                    Files.isDirectory(Path.of(part))
                            ? jar(Path.of(part), jars.size()).toString()
                            : part);
        }
        return String.join(System.getProperty("path.separator"), jars);
    }

    private Path jar(Path directory, int number) throws IOException {
        var jar = folder.resolve("classes-%d.jar".formatted(number));
        try (var files = Files.walk(directory);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(directory.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
