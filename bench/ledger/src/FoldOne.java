import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.release.ReleaseState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.IntStream;

/** Verifies a ledger, folds it, and says how long that took and how much memory the process has had at most. */
public final class FoldOne {
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        var ledger = new Ledger<>(
                new FileLedger(Path.of(args[0])), Clock.systemUTC(), ReleaseState::new, ReleaseState::accept);
        int published = ledger.look(FoldOne::published);
        double seconds = (System.nanoTime() - start) / 1e9;
        var peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
        System.out.printf("%.2f s, %d MB at most, %,d versions published%n", seconds, peak >> 10, published);
    }

    private static int published(ReleaseState state) {
        return IntStream.range(0, LongLedger.APPS)
                .mapToObj(LongLedger::track)
                .mapToInt(track -> state.publications(track).size())
                .sum();
    }
}
