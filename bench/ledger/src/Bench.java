import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs each measurement in a process of its own, as a command would be, and prints a Markdown table. */
public final class Bench {
    private static final int ENTRIES = 1_000_000;
    private static final int APPENDS = 2_000;
    private static final int TAGS = 10_000;

    private final Path root;
    private final Path work;

    private Bench(Path root, Path work) {
        this.root = root;
        this.work = work;
    }

    public static void main(String[] args) throws Exception {
        new Bench(Path.of(args[0]), Files.createDirectories(Path.of(args[1]).toAbsolutePath())).run();
    }

    private void run() throws Exception {
        System.out.println("| what | measured | goal |");
        System.out.println("|---|---|---|");
        fold();
        appends();
        tags();
    }

    private void fold() throws Exception {
        var ledger = work.resolve("million.jsonl");
        Files.deleteIfExists(ledger);
        LongLedger.write(ledger, ENTRIES);
        var result = output(work, java("-Xmx384m", "FoldOne", ledger.toString()));
        System.out.printf(
                "| state of a ledger with 1,000,000 entries (%d MB), verified | %s | under 5 s, under 512 MB |%n",
                Files.size(ledger) >> 20, result.strip());
        Files.delete(ledger);
    }

    private void appends() throws Exception {
        var ledger = work.resolve("appends.jsonl");
        Files.deleteIfExists(ledger);
        var result = output(work, java("-Xmx256m", "AppendMany", ledger.toString(), "" + APPENDS)).split(" ");
        long size = Files.size(ledger) / APPENDS;
        var raw = work.resolve("raw");
        var dd = output(
                work,
                List.of("dd", "if=/dev/zero", "of=" + raw, "bs=" + size, "count=" + APPENDS, "oflag=dsync"));
        var seconds = dd.replaceAll("(?s).*, ([0-9.]+) s, .*", "$1");
        System.out.printf(
                "| appends of %d bytes, each on the disk before the next | %s a second | dd oflag=dsync, same size:"
                        + " %.0f a second |%n",
                size, result[0], APPENDS / Double.parseDouble(seconds));
        Files.delete(ledger);
        Files.delete(raw);
    }

    private void tags() throws Exception {
        var repository = work.resolve("tags");
        TaggedRepository.write(repository, TAGS);
        var best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            output(repository, List.of(root.resolve("gatehouse").toString(), "release", "adherence", "--until", "2026-11-24"));
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        System.out.printf(
                "| `release adherence` over 10,000 annotated tags, the whole command | %.2f s | under 2 s |%n", best);
    }

    private List<String> java(String heap, String... program) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(program));
        return command;
    }

    static String output(Path folder, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("LC_ALL", "C"));
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + text);
        }
        return text;
    }
}
