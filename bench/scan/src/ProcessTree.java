import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a command and watches the memory of it and everything it starts. */
final class ProcessTree {
    /** Each sample stops the process that is looked at for some milliseconds: more would slow what is timed. */
    private static final int SAMPLE_MILLIS = 250;

    /**
     * @param seconds wall time
     * @param peakMegabytes largest sum of the proportional set sizes (Linux {@code Pss}) of all its processes at a sample
     */
    record Usage(int exitCode, double seconds, long peakMegabytes) {}

    private ProcessTree() {}

    static Usage run(Path directory, Path log, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        long start = System.nanoTime();
        var process = builder.start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, memory(process.toHandle()));
            process.waitFor(SAMPLE_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        return new Usage(process.exitValue(), (System.nanoTime() - start) / 1e9, peak >> 10);
    }

    private static long memory(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(handle -> kilobytes(handle.pid()))
                .sum();
    }

    private static long kilobytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // ended between the listing and the reading
        }
    }
}
